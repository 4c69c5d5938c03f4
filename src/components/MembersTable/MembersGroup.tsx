import type { Member } from '../../contract/index.js';
import type { ListState } from '../../hooks/useListState.js';
import { Rows } from '../../ui/index.js';
import { ListEnd, onNearEndOf, rowCountOf } from '../parts/ListEnd.js';
import { useMembersContext } from './context.js';
import type { Words } from './context.js';
import { GroupLabel, SortHead } from './GroupHead.js';
import { MemberRow } from './MemberRow.js';
import type { Feedback, Filters } from './types.js';

interface MembersHeadProps {
  t: Words;
  count: string | null;
  sort: Filters['sort'];
  sorts: readonly Filters['sort'][];
  onSort: (sort: Filters['sort']) => void;
}

/** The heads of the members' columns; also while they load. */
export function MembersHead({ t, count, ...sorting }: MembersHeadProps) {
  return (
    <div role="rowgroup">
      <div role="row" className="gh-group-head gh-grid" aria-rowindex={1}>
        <SortHead
          by="name"
          action={t('sortByName')}
          label={<GroupLabel name={t('title')} count={count} />}
          {...sorting}
        />
        <SortHead by="role" action={t('sortByRole')} label={t('role')} {...sorting} />
        <SortHead by="joinedAt" action={t('sortByJoined')} label={t('joined')} {...sorting} />
        <div role="columnheader" className="gh-head">
          <span className="gh-visually-hidden">{t('actions')}</span>
        </div>
      </div>
    </div>
  );
}

interface MembersGroupProps extends Omit<MembersHeadProps, 't' | 'count'> {
  list: ListState<Member>;
  feedback: Feedback | null;
  isSelected: (member: Member) => boolean;
  onSelect: ((member: Member) => void) | undefined;
}

/** The members, of whom more are loaded as one scrolls. */
export function MembersGroup(props: MembersGroupProps) {
  const { list, feedback, isSelected, onSelect, ...sorting } = props;
  const { t, format } = useMembersContext();
  return (
    <div
      role="table"
      aria-label={t('title')}
      aria-rowcount={rowCountOf(list)}
      aria-busy={list.isLoadingMore || !list.isCurrent}
      className="gh-group"
    >
      <MembersHead t={t} count={list.total === null ? null : format.number(list.total)} {...sorting} />
      <Rows items={list.items} keyOf={(member) => member.id} onNearEnd={onNearEndOf(list)}>
        {(member, index, style) => (
          <MemberRow
            key={member.id}
            member={member}
            index={index}
            top={style.insetBlockStart}
            isSelected={isSelected(member)}
            onSelect={onSelect}
            feedback={feedback?.id === member.id ? feedback : null}
          />
        )}
      </Rows>
      <ListEnd list={list} t={t} />
    </div>
  );
}
