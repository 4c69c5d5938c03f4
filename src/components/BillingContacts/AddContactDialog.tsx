import { useState } from 'react';
import type { Member } from '../../contract/index.js';
import { useMembers } from '../../hooks/index.js';
import { useExplain } from '../../hooks/useMessages.js';
import { Avatar, ListError, SearchField, SkeletonRows, useDelayed } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import type { ContactWords } from './types.js';

export interface AddContactDialogProps {
  workspaceId: string;
  t: ContactWords;
  onChoose: (member: Member) => void;
  onClose: () => void;
}

function Candidates({ workspaceId, t, onChoose, search }: AddContactDialogProps & { search: string }) {
  const members = useMembers({ workspaceId, ...(search === '' ? {} : { search }) });
  const explain = useExplain();
  const showsSkeleton = useDelayed(members.data === undefined && members.error === null, 200);
  const rows = members.data?.pages.flatMap((page) => page.items);
  const chooseable = rows?.filter((member) => member.role !== 'owner' && !member.billingContact);
  if (rows === undefined && members.error !== null) {
    return (
      <ListError
        title={t('listFailed')}
        retryLabel={t('retry')}
        pending={members.isFetching}
        onRetry={() => void members.refetch()}
      >
        {explain(members.error)}
      </ListError>
    );
  }
  if (chooseable === undefined) return showsSkeleton ? <SkeletonRows count={4} columns={0} /> : null;
  if (chooseable.length === 0 && !members.hasNextPage) {
    return <p className="gh-contacts-none">{t(search === '' ? 'everybody' : 'noMatch')}</p>;
  }
  return (
    <ul className="gh-contacts-choice">
      {chooseable.slice(0, 50).map((member) => (
        <li key={member.id}>
          <button type="button" className="gh-contacts-option" onClick={() => onChoose(member)}>
            <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} />
            <span>
              <bdi>{member.name}</bdi>
              <small>{member.email}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Chooses a member who will see billing. Loaded on demand. */
export function AddContactDialog(props: AddContactDialogProps) {
  const { t, onClose } = props;
  const [search, setSearch] = useState('');
  return (
    <Dialog title={t('add')} description={t('description')} closeLabel={t('close')} width={440} onClose={onClose}>
      <SearchField label={t('search')} clearLabel={t('clear')} value={search} onChange={setSearch} />
      <Candidates {...props} search={search.trim()} />
    </Dialog>
  );
}
