import { GuildhallError, isExpired, maskEmail, refuse } from '../../contract/index.js';
import type { InvitationPreview } from '../../contract/index.js';
import { countSeats } from './billing/applying.js';
import { memberLimitIn } from './billing/standing.js';
import { contentsOf } from './entities/reading.js';
import { byNewest } from './invitations.js';
import { cutPage } from './pages.js';
import type { InvitationRecord, MemberRecord } from './records.js';
import { notFound } from './session.js';
import type { Handler } from './session.js';
import { settleInvitation } from './settling.js';
import type { Store } from './store.js';
import { toMember, toPerson, toReceivedInvitation, toWorkspace } from './wire.js';

export const listMyInvitations: Handler<'invitations.mine'> = (session, input) => {
  const user = session.user();
  const rows = [...session.store.invitations.values()].filter(
    (invitation) =>
      user.emailVerified &&
      invitation.email === user.email &&
      invitation.status === 'pending' &&
      !isExpired(invitation, session.store.now()),
  );
  return cutPage('invitations.mine', input, {
    rows: rows.toSorted(byNewest),
    positionOf: ({ createdAt, id }) => [createdAt, id],
    descending: true,
    seq: user.seq,
    countTotal: session.supports.totalCount,
    toItem: (invitation) => toReceivedInvitation(invitation, contentsOf(session.store, invitation.workspace.id)),
  });
};

/** @throws GuildhallError `conflict` that says why there is nothing to answer any more */
function checkLive(store: Store, invitation: InvitationRecord): void {
  if (invitation.status !== 'pending') refuse({ code: 'conflict', reason: `invitation_${invitation.status}` });
  if (isExpired(invitation, store.now())) refuse({ code: 'conflict', reason: 'invitation_expired' });
}

export const acceptInvitation: Handler<'invitations.accept'> = (session, { invitationId }) => {
  const { user, invitation } = session.received(invitationId);
  const { store } = session;
  const { workspace, role, inviter } = invitation;
  checkLive(store, invitation);
  if (workspace.members.byUser(user.id)) refuse({ code: 'conflict', reason: 'already_member' });
  const max = memberLimitIn(workspace);
  const { members } = workspace;
  if (max !== null && members.size >= max) {
    const details = { limit: 'members', max, used: members.size } as const;
    throw new GuildhallError('limit_exceeded', { message: 'The workspace is full.', details });
  }
  const me: MemberRecord = { id: store.nextId('mem'), user, joinedAt: store.timestamp(), role, billingContact: false };
  members.add(me);
  settleInvitation(store, invitation, 'accepted');
  store.emit(workspace, { topic: 'members', type: 'added', member: toMember(me) });
  store.emitMembership(user, workspace, 'added');
  countSeats(store, workspace);
  store.record(workspace, user, 'member.joined', { invitedBy: toPerson(inviter), role });
  return toWorkspace(workspace, me);
};

export const declineInvitation: Handler<'invitations.decline'> = (session, { invitationId }) => {
  const { user, invitation } = session.received(invitationId);
  checkLive(session.store, invitation);
  settleInvitation(session.store, invitation, 'declined');
  session.store.record(invitation.workspace, user, 'invitation.declined', { email: invitation.email });
  return {};
};

type Addressed = Extract<InvitationPreview, { audience: 'addressee' }>;

function stateOf(store: Store, invitation: InvitationRecord, generation: number): Addressed['state'] {
  if (invitation.status !== 'pending') return invitation.status;
  if (generation !== invitation.generation) return 'replaced';
  return isExpired(invitation, store.now()) ? 'expired' : 'pending';
}

export const previewInvitation: Handler<'invitations.preview'> = ({ store, actor }, { token }) => {
  const found = store.tokens.get(token);
  if (!found || !store.invitations.has(found.invitation.id)) throw notFound('invitation');
  const { invitation, generation } = found;
  const { workspace, email, inviter, role, expiresAt } = invitation;
  const state = stateOf(store, invitation, generation);
  const facts = {
    invitationId: invitation.id,
    workspace: { name: workspace.name, imageUrl: workspace.imageUrl },
    invitedBy: { name: inviter.name },
    role,
    expiresAt,
  };
  const isTheirs = actor?.email === email;
  if (isTheirs && actor.emailVerified) {
    const workspaceId = workspace.members.byUser(actor.id) ? workspace.id : null;
    const contents = state === 'pending' ? contentsOf(store, workspace.id) : [];
    return { audience: 'addressee', ...facts, email, state, workspaceId, contents };
  }
  if (state !== 'pending') throw notFound('invitation');
  if (isTheirs) return { audience: 'unverified', ...facts, email };
  return { audience: actor ? 'stranger' : 'signed_out', ...facts, email: maskEmail(email) };
};
