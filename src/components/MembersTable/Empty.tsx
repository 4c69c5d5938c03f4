import { Search, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { Button, EmptyState, TextField } from '../../ui/index.js';
import { useMembersContext } from './context.js';
import { emptyMessages } from './empty.messages.js';
import { MessageHead } from './MessageHead.js';
import type { Filters } from './types.js';

interface NoMatchesProps {
  filters: Filters;
  searchesInvitations: boolean;
  onInvite: ((addresses: string) => void) | undefined;
  onClear: () => void;
}

function NoMatches({ filters, searchesInvitations, onInvite, onClear }: NoMatchesProps) {
  const { overrides, workspace } = useMembersContext();
  const t = useMessages(emptyMessages, overrides);
  const search = filters.search.trim();
  const isAddress = /^\S+@\S+\.\S+$/.test(search);
  const isolated = { search: <bdi key="search">{search}</bdi> };
  return (
    <>
      <MessageHead>{t('noMatches')}</MessageHead>
      <EmptyState
        role="status"
        icon={<Search />}
        title={search === '' ? t('nobodyHasRole') : t.parts(isAddress ? 'nobodyUses' : 'nobodyMatches', isolated)}
        actions={
          <>
            {isAddress && onInvite ? (
              <Button onClick={() => onInvite(search)}>{t('inviteAddress', { email: search })}</Button>
            ) : null}
            <Button variant="ghost" onClick={onClear}>
              {search === '' ? t('clearFilters') : t('clearSearch')}
            </Button>
          </>
        }
      >
        {t(searchesInvitations ? 'searchedInvitationsToo' : 'searched', { count: workspace.memberCount })}
      </EmptyState>
    </>
  );
}

function OnlyYou({ onInvite }: { onInvite: (addresses: string) => void }) {
  const t = useMessages(emptyMessages, useMembersContext().overrides);
  const [addresses, setAddresses] = useState('');
  return (
    <EmptyState icon={<UserPlus />} circle="dashed" title={t('onlyYou')}>
      {t('onlyYouText')}
      <form
        className="gh-only-you"
        onSubmit={(event) => {
          event.preventDefault();
          onInvite(addresses);
        }}
      >
        <TextField
          label={t('addresses')}
          hidesLabel
          placeholder={t('addressesExample')}
          value={addresses}
          onChange={(event) => setAddresses(event.target.value)}
          autoComplete="off"
          inputMode="email"
        />
        <Button variant="primary" type="submit">
          {t('invite')}
        </Button>
      </form>
    </EmptyState>
  );
}

/**
 * What stands where there are no others: nobody is like what was searched for, where an address can be invited; or
 * there is only the viewer, where inviting is the thing to do. Loaded on demand.
 */
export function Empty({ isAlone, ...props }: NoMatchesProps & { isAlone: boolean }) {
  return isAlone && props.onInvite ? <OnlyYou onInvite={props.onInvite} /> : <NoMatches {...props} />;
}
