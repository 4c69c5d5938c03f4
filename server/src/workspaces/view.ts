import { areInvitationsPaused, assignableRoles, permissionsOf } from 'guildhall/contract';
import type { Plan, Role, Workspace } from 'guildhall/contract';
import { currentPlan } from '../billing/limits.js';
import { notFound } from '../context.js';
import type { Context } from '../context.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { countsOf, iso } from '../db/sql.js';

/** A workspace with its viewer's membership, as JSON made by {@link WORKSPACE_JSON}. */
export interface WorkspaceFacts {
  readonly id: string;
  readonly name: string;
  readonly imageKey: string | null;
  readonly isHome: boolean;
  readonly createdAt: string;
  readonly memberCount: number;
  readonly ownerCount: number;
  readonly memberLimit: number | null;
  readonly seq: number;
  readonly memberId: string;
  readonly userId: string;
  readonly role: Role;
  readonly billingContact: boolean;
  /** Null where it never had an account. */
  readonly account: {
    readonly planId: string | null;
    readonly plan: Plan | null;
    readonly pastDueSince: string | null;
  } | null;
}

/** From `w`, a row of workspaces, `v`, the viewer's of members, and `counts`. */
export const WORKSPACE_JSON = `json_build_object('id', w.id, 'name', w.name, 'imageKey', w.image_key,
  'isHome', w.home_of is not null, 'createdAt', ${iso('w.created_at')}, 'memberCount', counts.members,
  'ownerCount', counts.owners, 'memberLimit', w.member_limit, 'seq', w.seq,
  'memberId', v.id, 'userId', v.user_id, 'role', v.role, 'billingContact', v.billing_contact,
  'account', (select json_build_object('planId', a.plan_id, 'plan', a.plan, 'pastDueSince', ${iso('a.past_due_since')})
                from guildhall.billing_accounts a where a.workspace_id = w.id))`;

const GET = statement<{ facts: WorkspaceFacts }>(
  'workspaces_get',
  `select ${WORKSPACE_JSON} as facts
     from guildhall.workspaces w join guildhall.members v on v.workspace_id = w.id and v.user_id = $2 ${countsOf('w.id')}
    where w.id = $1 and w.deleted_at is null`,
);

type ViewDeps = Pick<Context, 'imageUrl' | 'billing' | 'clock'>;

/** What every member may know of how a workspace is paid. */
function standingOf({ billing, clock }: ViewDeps, account: WorkspaceFacts['account']) {
  if (!billing) return { plan: null, invitationsPaused: false };
  const { catalogue, graceMs } = billing;
  const plan = currentPlan(catalogue, account);
  return {
    plan: plan && { id: plan.id, name: plan.name, seats: plan.seats },
    invitationsPaused: areInvitationsPaused(account?.pastDueSince ?? null, clock().getTime(), graceMs),
  };
}

/** A workspace as its viewer sees it. */
export function toWorkspace(context: ViewDeps, facts: WorkspaceFacts): Workspace {
  const { id, name, imageKey, isHome, createdAt, memberCount, ownerCount, memberLimit, seq } = facts;
  const { memberId, userId, role, billingContact } = facts;
  return {
    id,
    name,
    imageUrl: imageKey === null ? null : context.imageUrl(imageKey),
    isHome,
    createdAt,
    memberCount,
    ownerCount,
    memberLimit,
    ...standingOf(context, facts.account),
    viewer: {
      memberId,
      userId,
      role,
      billingContact,
      permissions: permissionsOf({ role, billingContact }),
      assignableRoles: assignableRoles(role),
    },
    seq,
  };
}

/** @throws GuildhallError `not_found` for those outside */
export async function readWorkspace(
  context: Context,
  executor: Executor,
  workspaceId: string,
  userId: string,
): Promise<Workspace> {
  const [row] = await executor.query(GET, [workspaceId, userId]);
  if (!row) throw notFound('workspace');
  return toWorkspace(context, row.facts);
}
