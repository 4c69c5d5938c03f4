import { GuildhallError, refuse, refusePermission, routes } from '../../contract/index.js';
import type { OperationName, OutputOf, ParsedInputOf, Permission, Supports } from '../../contract/index.js';
import type { InvitationRecord, MemberRecord, UserRecord, WorkspaceRecord } from './records.js';
import type { Store } from './store.js';

/** What somebody does in a workspace that is open to them. */
export interface Scope {
  readonly user: UserRecord;
  readonly workspace: WorkspaceRecord;
  readonly me: MemberRecord;
}

/** One row of the routes table, at work. It runs in one go, so nothing can come between its checks and its changes. */
export type Handler<N extends OperationName> = (session: Session, input: ParsedInputOf<N>) => OutputOf<N>;

/** The error of whatever the viewer must not know more about than that it is not there. */
export function notFound(what: string): GuildhallError<'not_found'> {
  return new GuildhallError('not_found', { message: `There is no such ${what}, or it is not open to this person.` });
}

/** Somebody at the backend, or nobody. */
export class Session {
  constructor(
    readonly store: Store,
    readonly actor: UserRecord | null,
    readonly supports: Supports,
  ) {}

  /** @throws GuildhallError `unauthenticated` */
  user(): UserRecord {
    if (this.actor) return this.actor;
    throw new GuildhallError('unauthenticated', { message: 'Nobody is signed in.' });
  }

  /**
   * Asks for what the routes table says that this operation needs of a workspace.
   *
   * @throws GuildhallError `unauthenticated`, `not_found` for those outside, `forbidden` for those inside
   */
  enter(operation: OperationName, workspaceId: string): Scope {
    const user = this.user();
    const workspace = this.store.workspaces.get(workspaceId);
    const me = workspace?.members.byUser(user.id);
    if (!workspace || !me) throw notFound('workspace');
    const { access } = routes[operation];
    if (access !== 'member') refuse(refusePermission(me, access as Permission));
    return { user, workspace, me };
  }

  /** An invitation for the viewer's own verified address. */
  received(invitationId: string): { user: UserRecord; invitation: InvitationRecord } {
    const user = this.user();
    const invitation = this.store.invitations.get(invitationId);
    if (!invitation || !user.emailVerified || user.email !== invitation.email) throw notFound('invitation');
    return { user, invitation };
  }

  /** @throws GuildhallError `unsupported`, where this backend cannot search */
  checkSearch(search: string | undefined): void {
    if (search === undefined || this.supports.search) return;
    throw new GuildhallError('unsupported', { message: 'This adapter does not search: ask supports.search first.' });
  }
}

/** A member of the workspace. */
export function findMember({ workspace }: Scope, memberId: string): MemberRecord {
  const member = workspace.members.byId(memberId);
  if (!member) throw notFound('member');
  return member;
}

/**
 * An unanswered invitation of the workspace, expired or not.
 *
 * @throws GuildhallError `conflict` that says how it was answered, so that who was too late learns why
 */
export function findPending({ workspace }: Scope, invitationId: string): InvitationRecord {
  const invitation = workspace.invitations.get(invitationId);
  if (!invitation) throw notFound('invitation');
  if (invitation.status !== 'pending') refuse({ code: 'conflict', reason: `invitation_${invitation.status}` });
  return invitation;
}
