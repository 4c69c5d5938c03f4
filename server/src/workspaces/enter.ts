import { refuse, refusePermission, routes } from 'guildhall/contract';
import type { MemberStanding, OperationName, Permission, Person, Role } from 'guildhall/contract';
import { notFound, signedIn } from '../context.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { countsOf, personJson } from '../db/sql.js';
import type { Identity } from '../operations.js';

/** The row of a workspace, as rules and writes need it. */
export interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly homeOf: string | null;
  readonly imageKey: string | null;
  readonly memberLimit: number | null;
}

/** Somebody in a workspace whose row is locked until the transaction ends. */
export interface Scope {
  readonly workspace: WorkspaceRow;
  readonly me: MemberStanding & { readonly memberId: string };
  readonly person: Person;
  readonly memberCount: number;
  readonly ownerCount: number;
}

const WORKSPACE = `w.id, w.name, w.home_of as "homeOf", w.image_key as "imageKey", w.member_limit as "memberLimit"`;

/** Who stands outside locks nothing, so that nobody holds up a workspace that they cannot enter. */
const LOCK_FOR_MEMBER = statement<WorkspaceRow>(
  'lock_for_member',
  `select ${WORKSPACE} from guildhall.workspaces w
    where w.id = $1 and w.deleted_at is null
      and exists (select 1 from guildhall.members m where m.workspace_id = $1 and m.user_id = $2)
      for no key update`,
);

const LOCK = statement<WorkspaceRow>(
  'lock',
  `select ${WORKSPACE} from guildhall.workspaces w where w.id = any($1::text[]) and w.deleted_at is null
    order by w.id for no key update`,
);

interface StandingRow {
  readonly memberId: string;
  readonly role: Role;
  readonly billingContact: boolean;
  readonly person: Person;
  readonly memberCount: number;
  readonly ownerCount: number;
}

const STANDING = statement<StandingRow>(
  'standing',
  `select m.id as "memberId", m.role, m.billing_contact as "billingContact", ${personJson('u')} as person,
          counts.members as "memberCount", counts.owners as "ownerCount"
     from guildhall.members m join guildhall.users u on u.id = m.user_id ${countsOf('$1')}
    where m.workspace_id = $1 and m.user_id = $2`,
);

/** Locks workspaces in the order of their ids, against all that must not race. Deleted ones are left out. */
export function lockWorkspaces(executor: Executor, ids: readonly string[]): Promise<WorkspaceRow[]> {
  return executor.query(LOCK, [ids]);
}

/**
 * Locks a workspace and asks for what the routes table says that an operation needs there. What is read afterwards
 * cannot change until the transaction ends.
 *
 * @throws GuildhallError `unauthenticated`, `not_found` for those outside, `forbidden` for those inside
 */
export async function enter(
  executor: Executor,
  operation: OperationName,
  actor: Identity | null,
  workspaceId: string,
): Promise<Scope> {
  const { userId } = signedIn(actor);
  const [workspace] = await executor.query(LOCK_FOR_MEMBER, [workspaceId, userId]);
  // Asked again under the lock: they may have been removed while this waited for it.
  const [standing] = workspace ? await executor.query(STANDING, [workspaceId, userId]) : [];
  if (!workspace || !standing) throw notFound('workspace');
  const { memberId, role, billingContact, person, memberCount, ownerCount } = standing;
  checkAccess(operation, standing);
  return { workspace, me: { memberId, userId, role, billingContact }, person, memberCount, ownerCount };
}

/** @throws GuildhallError `forbidden`, where a member lacks the permission that the routes table asks for */
export function checkAccess(operation: OperationName, standing: { role: Role; billingContact: boolean }): void {
  const { access } = routes[operation];
  if (access !== 'member') refuse(refusePermission(standing, access as Permission));
}

/** What a list's scope says of who asks. */
export interface ScopeRow {
  readonly role: Role;
  readonly billingContact: boolean;
}

/** The scope of a workspace's lists: its log's position and the standing of whoever asks. `$1` and `$2` are their ids. */
export const LIST_SCOPE = `select w.seq, v.role, v.billing_contact as "billingContact"
  from guildhall.workspaces w join guildhall.members v on v.workspace_id = w.id and v.user_id = $2
 where w.id = $1 and w.deleted_at is null`;

/** Checks the scope of a workspace's list. */
export const checkScope = (operation: OperationName) => (scope: ScopeRow | undefined) => {
  if (!scope) throw notFound('workspace');
  checkAccess(operation, scope);
};
