import type { RefObject } from 'react';
import type { Invitation, Member } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Freshness, onDemand } from '../../ui/index.js';
import { roleMessages } from '../parts/role.messages.js';
import { useMembersContext } from './context.js';
import type { MembersHead } from './GroupHead.js';
import { InvitationsGroup } from './InvitationsGroup.js';
import { MembersGroup } from './MembersGroup.js';
import { rowMessages } from './rows.messages.js';
import type { MembersTableLookProps } from './MembersTable.view.js';
import type { MembersTableViewProps } from './types.js';
import type { useFeedback } from './useFeedback.js';
import { usePageKeys } from './usePageKeys.js';
import type { Selection } from './useSelection.js';

const Empty = onDemand(() => import('./Empty.js').then((module) => module.Empty));

/** What the rows need of the table around them. */
export interface ListsProps extends Pick<MembersTableLookProps, 'searchesBySlash'> {
  /** The whole table. */
  root: RefObject<HTMLElement | null>;
  people: Selection<Member>;
  waiting: Selection<Invitation>;
  feedback: ReturnType<typeof useFeedback>['feedback'];
  own: Member | undefined;
  isAlone: boolean;
  sorting: Pick<Parameters<typeof MembersHead>[0], 'sort' | 'sorts' | 'onSort'>;
}

/** The rows of both groups, or what stands in their place. */
export function Lists(props: Omit<MembersTableViewProps, 'workspace' | 'onLeft'> & ListsProps) {
  const {
    members,
    invitations,
    filters,
    operations,
    people,
    waiting,
    feedback,
    own,
    isAlone,
    sorting,
    root,
    searchesBySlash = true,
  } = props;
  const { now } = useGuildhall();
  const { explain, overrides } = useMembersContext();
  const t = useMessages(rowMessages, overrides);
  const roles = useMessages(roleMessages);
  usePageKeys(root, searchesBySlash);
  const hasInvitations = invitations !== null && invitations.items.length > 0;
  const mayManage = operations.remove ?? operations.updateRole;
  const maySelectWaiting = operations.revoke ?? operations.resend;
  return (
    <>
      {hasInvitations ? (
        <InvitationsGroup
          list={invitations}
          feedback={feedback}
          rowWords={t}
          roles={roles}
          isSelected={waiting.has}
          onSelect={maySelectWaiting && people.items.length === 0 ? waiting.toggle : undefined}
          now={now()}
          viewerUserId={own?.userId ?? null}
        />
      ) : null}
      {invitations?.status === 'failed' ? (
        <Freshness
          offline={null}
          outdated={t('invitationsFailed', { reason: explain(invitations.error) })}
          retryLabel={t('retry')}
          onRetry={invitations.retry}
        />
      ) : null}
      {members.items.length > 0 ? (
        <MembersGroup
          list={members}
          feedback={feedback}
          words={t}
          roles={roles}
          isSelected={people.has}
          onSelect={mayManage && waiting.items.length === 0 ? people.toggle : undefined}
          {...sorting}
        />
      ) : null}
      {isAlone || (members.items.length === 0 && !hasInvitations && members.isCurrent) ? (
        <Empty
          isAlone={isAlone}
          filters={filters}
          searchesInvitations={invitations !== null}
          onInvite={props.onInvite}
          onClear={() => props.onFilter({ search: '', role: 'all' })}
        />
      ) : null}
    </>
  );
}
