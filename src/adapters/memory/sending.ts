import type { InvitationRecord, UserRecord } from './records.js';
import type { Store } from './store.js';

/** How long an invitation can be accepted after it was sent. */
export const INVITATION_LIFE_MS = 7 * 24 * 3_600_000;

/** 128 random bits in hexadecimal. */
function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Gives an invitation the token of its present generation. */
export function issueToken(store: Store, invitation: InvitationRecord): void {
  invitation.token = randomToken();
  store.tokens.set(invitation.token, { invitation, generation: invitation.generation });
}

/** Sends an invitation anew: seven more days, and a new link in place of the one before. */
export function renewInvitation(store: Store, invitation: InvitationRecord, sender: UserRecord): void {
  invitation.generation += 1;
  issueToken(store, invitation);
  invitation.sentAt = store.timestamp();
  invitation.expiresAt = store.timestamp(INVITATION_LIFE_MS);
  invitation.delivery = 'sent';
  store.mails.add(sender.id, invitation.workspace.id, store.now());
}
