import type { InvitationRecord, UserRecord, WorkspaceRecord } from './records.js';
import type { Store } from './store.js';

/** Ends the wait for an answer, and tells both sides. */
export function settleInvitation(
  store: Store,
  invitation: InvitationRecord,
  status: Exclude<InvitationRecord['status'], 'pending'>,
): void {
  invitation.status = status;
  store.emitInvitation(invitation);
}

/** The unanswered invitations that somebody sent from a workspace, those of which `isVoid` holds. */
export function revokeSentBy(
  store: Store,
  workspace: WorkspaceRecord,
  sender: UserRecord,
  actor: UserRecord,
  isVoid: (invitation: InvitationRecord) => boolean,
): number {
  const voided = [...workspace.invitations.values()].filter(
    (invitation) => invitation.status === 'pending' && invitation.inviter === sender && isVoid(invitation),
  );
  for (const invitation of voided) {
    settleInvitation(store, invitation, 'revoked');
    store.record(workspace, actor, 'invitation.revoked', { email: invitation.email });
  }
  return voided.length;
}
