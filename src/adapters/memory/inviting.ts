import { isEmailAddress, isExpired, normaliseEmail, placesLeft, refuseGrant } from '../../contract/index.js';
import type { InvitationOutcome, Role } from '../../contract/index.js';
import { checkNotPaused } from './billing/charging.js';
import { memberLimitIn, peopleOf } from './billing/standing.js';
import type { InvitationRecord } from './records.js';
import { INVITATION_LIFE_MS, issueToken, renewInvitation } from './sending.js';
import type { Handler, Scope } from './session.js';
import type { Store } from './store.js';
import { toInvitation } from './wire.js';

/** Members, and the live invitations, which would become members. */
function placesTaken(store: Store, { workspace }: Scope): number {
  const { members, invited } = peopleOf(workspace, store.now());
  return members + invited;
}

function pendingFor({ workspace }: Scope, email: string): InvitationRecord | undefined {
  return [...workspace.invitations.values()].find(
    (invitation) => invitation.status === 'pending' && invitation.email === email,
  );
}

/** Why this address is not invited, or null where nothing is in the way. */
function obstacle(store: Store, scope: Scope, email: string, role: Role): InvitationOutcome | null {
  const { user, workspace, me } = scope;
  const now = store.now();
  if (workspace.members.all().some((member) => member.user.email === email)) return { status: 'already_member', email };
  const pending = pendingFor(scope, email);
  if (pending && !isExpired(pending, now))
    return { status: 'already_invited', email, invitation: toInvitation(pending) };
  if (refuseGrant(me, role)) return { status: 'above_own_role', email };
  const used = placesTaken(store, scope);
  const max = memberLimitIn(workspace);
  if (max !== null && placesLeft(max, used) === 0) return { status: 'limit_exceeded', email, max, used };
  const retryAfterMs = store.mails.waitBefore(user.id, workspace.id, now);
  return retryAfterMs > 0 ? { status: 'rate_limited', email, retryAfterMs } : null;
}

function makeInvitation(store: Store, { user, workspace }: Scope, email: string, role: Role): InvitationRecord {
  const invitation: InvitationRecord = {
    id: store.nextId('inv'),
    workspace,
    email,
    role,
    status: 'pending',
    generation: 1,
    token: '',
    inviter: user,
    createdAt: store.timestamp(),
    sentAt: store.timestamp(),
    expiresAt: store.timestamp(INVITATION_LIFE_MS),
    delivery: 'sent',
  };
  issueToken(store, invitation);
  workspace.invitations.set(invitation.id, invitation);
  store.invitations.set(invitation.id, invitation);
  store.mails.add(user.id, workspace.id, store.now());
  return invitation;
}

/** Inviting somebody whose invitation expired makes that one new: there is one for each address. */
function reviveInvitation(store: Store, { user }: Scope, expired: InvitationRecord, role: Role): InvitationRecord {
  renewInvitation(store, expired, user);
  return Object.assign(expired, { role, inviter: user, createdAt: store.timestamp() });
}

function inviteOne(store: Store, scope: Scope, email: string, role: Role): InvitationOutcome {
  const outcome = obstacle(store, scope, email, role);
  if (outcome) return outcome;
  const expired = pendingFor(scope, email);
  const invitation = expired
    ? reviveInvitation(store, scope, expired, role)
    : makeInvitation(store, scope, email, role);
  store.emitInvitation(invitation);
  store.record(scope.workspace, scope.user, 'invitation.sent', { email, role });
  return { status: 'invited', email, invitation: toInvitation(invitation) };
}

export const createInvitations: Handler<'invitations.create'> = (session, { workspaceId, invitations }) => {
  const scope = session.enter('invitations.create', workspaceId);
  checkNotPaused(scope.workspace);
  const seen = new Set<string>();
  const outcomes = invitations.map(({ email: typed, role }): InvitationOutcome => {
    const email = normaliseEmail(typed);
    if (!isEmailAddress(email)) return { status: 'invalid', email: typed };
    if (seen.has(email)) return { status: 'duplicate', email };
    seen.add(email);
    return inviteOne(session.store, scope, email, role);
  });
  return { outcomes };
};
