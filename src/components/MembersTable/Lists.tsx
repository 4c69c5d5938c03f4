import type { Invitation, Member } from '../../contract/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Freshness, onDemand } from '../../ui/index.js';
import { useMembersContext } from './context.js';
import { MembersGroup } from './MembersGroup.js';
import type { MembersHead } from './MembersGroup.js';
import type { MembersTableViewProps } from './types.js';
import type { useFeedback } from './useFeedback.js';
import type { Selection } from './useSelection.js';

/** Begins to load while its list is on its way; see the view. */
export const InvitationsGroup = onDemand(() =>
  import('./InvitationsGroup.js').then((module) => module.InvitationsGroup),
);
const Empty = onDemand(() => import('./Empty.js').then((module) => module.Empty));

interface ListsProps {
  people: Selection<Member>;
  waiting: Selection<Invitation>;
  feedback: ReturnType<typeof useFeedback>['feedback'];
  own: Member | undefined;
  isAlone: boolean;
  sorting: Pick<Parameters<typeof MembersHead>[0], 'sort' | 'sorts' | 'onSort'>;
}

/** The rows of both groups, or what stands in their place. */
export function Lists(props: Omit<MembersTableViewProps, 'workspace' | 'onLeft'> & ListsProps) {
  const { members, invitations, filters, operations, people, waiting, feedback, own, isAlone, sorting } = props;
  const { now } = useGuildhall();
  const { t, explain } = useMembersContext();
  const hasInvitations = invitations !== null && invitations.items.length > 0;
  const mayManage = operations.remove ?? operations.updateRole;
  const maySelectWaiting = operations.revoke ?? operations.resend;
  return (
    <>
      {hasInvitations ? (
        <InvitationsGroup
          list={invitations}
          feedback={feedback}
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
