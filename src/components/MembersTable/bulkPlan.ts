import type { Member, Refusal, Role, Workspace } from '../../contract/index.js';
import { whyNotRemove, whyNotRole } from './refusals.js';

/** What doing something with several members comes to, before it is done. */
export interface BulkPlan {
  /** With whom it is done. */
  readonly concerned: readonly Member[];
  /** Who has the role already. */
  readonly unchanged: readonly Member[];
  /** Who is left out, by why. */
  readonly leftOut: readonly { readonly refusal: Refusal; readonly members: readonly Member[] }[];
}

/** Sorts members by whether a rule refuses them, where each owner that goes leaves one fewer. */
function plan(
  workspace: Workspace,
  members: readonly Member[],
  refuse: (workspace: Workspace, member: Member) => Refusal | null,
): BulkPlan {
  const concerned: Member[] = [];
  const leftOut = new Map<string, { refusal: Refusal; members: Member[] }>();
  let owners = 0;
  for (const member of members) {
    // Each owner alone may go; all of them together may not.
    const refusal = refuse({ ...workspace, ownerCount: workspace.ownerCount - owners }, member);
    if (refusal === null) {
      concerned.push(member);
      if (member.role === 'owner') owners += 1;
      continue;
    }
    const group = leftOut.get(refusal.reason) ?? { refusal, members: [] };
    group.members.push(member);
    leftOut.set(refusal.reason, group);
  }
  return { concerned, unchanged: [], leftOut: [...leftOut.values()] };
}

/** Who changes when `members` are given `role`, and who does not, by the rules that the server has too. */
export function planRoleChange(workspace: Workspace, members: readonly Member[], role: Role): BulkPlan {
  const others = members.filter((member) => member.role !== role);
  return {
    ...plan(workspace, others, (then, member) => whyNotRole(then, member, role)),
    unchanged: members.filter((member) => member.role === role),
  };
}

/** Who goes when `members` are removed, and who does not, by the rules that the server has too. */
export const planRemoval = (workspace: Workspace, members: readonly Member[]): BulkPlan =>
  plan(workspace, members, whyNotRemove);
