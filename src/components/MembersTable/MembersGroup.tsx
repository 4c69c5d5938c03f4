import type { Member } from '../../contract/index.js';
import type { ListState } from '../../hooks/useListState.js';
import { Rows } from '../../ui/index.js';
import { ListEnd, onNearEndOf, rowCountOf } from '../parts/ListEnd.js';
import type { RoleWords } from '../parts/role.messages.js';
import { useMembersContext } from './context.js';
import { MembersHead } from './GroupHead.js';
import type { MembersHeadProps } from './GroupHead.js';
import { MemberRow } from './MemberRow.js';
import type { RowWords } from './rows.messages.js';
import type { Feedback } from './types.js';

interface MembersGroupProps extends Omit<MembersHeadProps, 't' | 'count'> {
  list: ListState<Member>;
  feedback: Feedback | null;
  isSelected: (member: Member) => boolean;
  onSelect: ((member: Member) => void) | undefined;
  words: RowWords;
  roles: RoleWords;
}

/** The members, of whom more are loaded as one scrolls. */
export function MembersGroup(props: MembersGroupProps) {
  const { list, feedback, isSelected, onSelect, words, roles, ...sorting } = props;
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
            words={words}
            roles={roles}
          />
        )}
      </Rows>
      <ListEnd list={list} t={words} />
    </div>
  );
}
