import type { Member, Refusal, Role, Workspace } from '../../contract/index.js';
import { whyNotRole } from './refusals.js';

/** What giving several members a role comes to, before it is done. */
export interface RolePlan {
  /** Whose role changes. */
  readonly changing: readonly Member[];
  /** Who has the role already. */
  readonly unchanged: readonly Member[];
  /** Who is left out, by why. */
  readonly leftOut: readonly { readonly refusal: Refusal; readonly members: readonly Member[] }[];
}

/** Who changes when `members` are given `role`, and who does not, by the rules that the server has too. */
export function planRoleChange(workspace: Workspace, members: readonly Member[], role: Role): RolePlan {
  const changing: Member[] = [];
  const unchanged: Member[] = [];
  const leftOut = new Map<string, { refusal: Refusal; members: Member[] }>();
  let owners = 0;
  for (const member of members) {
    if (member.role === role) {
      unchanged.push(member);
      continue;
    }
    // Each owner alone may come down; all of them together may not.
    const refusal = whyNotRole({ ...workspace, ownerCount: workspace.ownerCount - owners }, member, role);
    if (refusal === null) {
      changing.push(member);
      if (member.role === 'owner') owners += 1;
      continue;
    }
    const group = leftOut.get(refusal.reason) ?? { refusal, members: [] };
    group.members.push(member);
    leftOut.set(refusal.reason, group);
  }
  return { changing, unchanged, leftOut: [...leftOut.values()] };
}
