import { isExpired, memberLimitOf } from '../../../contract/index.js';
import type { WorkspacePlan } from '../../../contract/index.js';
import type { WorkspaceRecord } from '../records.js';
import { planOf } from './account.js';

/** Members at most, by the plan or else by the host; null for no limit. */
export function memberLimitIn({ account, memberLimit }: WorkspaceRecord): number | null {
  if (!account) return memberLimit;
  const { subscription } = account;
  const bought = {
    paid: subscription?.terms.quantity ?? null,
    scheduled: subscription?.scheduled?.plan.seats === 'prepaid' ? subscription.scheduled.quantity : null,
  };
  return memberLimitOf(planOf(account), bought, memberLimit);
}

/** What every member may know of how a workspace is paid. */
export function publicPlanOf({ account }: WorkspaceRecord): WorkspacePlan | null {
  const plan = account && planOf(account);
  return plan && { id: plan.id, name: plan.name, seats: plan.seats };
}

/** Whether inviting waits for a payment. */
export const areInvitationsPausedIn = ({ account }: WorkspaceRecord): boolean =>
  account?.subscription?.debt?.isGraceOver ?? false;

/** Those who are in, and those who may still come in. */
export function peopleOf({ members, invitations }: WorkspaceRecord, now: number): { members: number; invited: number } {
  const live = [...invitations.values()].filter(
    (invitation) => invitation.status === 'pending' && !isExpired(invitation, now),
  );
  return { members: members.size, invited: live.length };
}
