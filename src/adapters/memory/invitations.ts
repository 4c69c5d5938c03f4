import { GuildhallError, compareText, isExpired, refuse, refuseGrant, toSearchKey } from '../../contract/index.js';
import { checkNotPaused } from './billing/charging.js';
import { cutPage } from './pages.js';
import type { InvitationRecord } from './records.js';
import { renewInvitation } from './sending.js';
import { findPending } from './session.js';
import type { Handler } from './session.js';
import { settleInvitation } from './settling.js';
import { toInvitation } from './wire.js';

/** Newest first. */
export const byNewest = (a: InvitationRecord, b: InvitationRecord) =>
  compareText(b.createdAt, a.createdAt) || compareText(b.id, a.id);

export const listInvitations: Handler<'invitations.list'> = (session, input) => {
  const { workspace } = session.enter('invitations.list', input.workspaceId);
  session.checkSearch(input.search);
  const sought = toSearchKey(input.search ?? '');
  const rows = [...workspace.invitations.values()].filter(
    ({ status, role, email }) =>
      status === 'pending' && (input.role === undefined || role === input.role) && toSearchKey(email).includes(sought),
  );
  return cutPage('invitations.list', input, {
    rows: rows.toSorted(byNewest),
    positionOf: ({ createdAt, id }) => [createdAt, id],
    descending: true,
    seq: workspace.seq,
    countTotal: session.supports.totalCount,
    toItem: toInvitation,
  });
};

export const updateInvitation: Handler<'invitations.update'> = (session, { workspaceId, invitationId, role }) => {
  const scope = session.enter('invitations.update', workspaceId);
  const invitation = findPending(scope, invitationId);
  refuse(refuseGrant(scope.me, invitation.role));
  refuse(refuseGrant(scope.me, role));
  const { email, role: from } = invitation;
  if (role !== from) {
    invitation.role = role;
    session.store.emitInvitation(invitation);
    session.store.record(scope.workspace, scope.user, 'invitation.role_changed', { email, from, to: role });
  }
  return toInvitation(invitation);
};

export const resendInvitation: Handler<'invitations.resend'> = (session, { workspaceId, invitationId }) => {
  const scope = session.enter('invitations.resend', workspaceId);
  const { user, workspace, me } = scope;
  const { store } = session;
  const invitation = findPending(scope, invitationId);
  refuse(refuseGrant(me, invitation.role));
  checkNotPaused(workspace);
  const retryAfterMs = store.mails.waitBefore(user.id, workspace.id, store.now());
  if (retryAfterMs > 0) {
    throw new GuildhallError('rate_limited', { message: 'Too many invitation mails in a short time.', retryAfterMs });
  }
  renewInvitation(store, invitation, user);
  store.emitInvitation(invitation);
  store.record(workspace, user, 'invitation.resent', { email: invitation.email });
  return toInvitation(invitation);
};

export const revokeInvitation: Handler<'invitations.revoke'> = (session, { workspaceId, invitationId }) => {
  const scope = session.enter('invitations.revoke', workspaceId);
  const invitation = findPending(scope, invitationId);
  refuse(refuseGrant(scope.me, invitation.role));
  settleInvitation(session.store, invitation, 'revoked');
  session.store.record(scope.workspace, scope.user, 'invitation.revoked', { email: invitation.email });
  return {};
};

export const linkOfInvitation: Handler<'invitations.link'> = (session, { workspaceId, invitationId }) => {
  const scope = session.enter('invitations.link', workspaceId);
  const invitation = findPending(scope, invitationId);
  const { role, token, expiresAt } = invitation;
  refuse(refuseGrant(scope.me, role));
  if (isExpired(invitation, session.store.now())) refuse({ code: 'conflict', reason: 'invitation_expired' });
  return { url: `${session.store.invitationUrl}#token=${token}`, expiresAt };
};
