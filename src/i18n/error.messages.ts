import { isGuildhallError } from '../contract/index.js';
import { defineMessages } from './defineMessages.js';
import type { Translate } from './translate.js';

/** A sentence for everything that can go wrong: by reason where there is one, else by code. */
export const errorMessages = defineMessages('errors', {
  unauthenticated: 'You are signed out. Sign in and try again.',
  payment_required: 'This workspace’s plan does not include that.',
  forbidden: 'You do not have permission to do that in this workspace.',
  not_found: 'That is not here any more.',
  conflict: 'Somebody changed this at the same time. Check it, then try again.',
  limit_exceeded: 'This workspace is full: {used} of {max} places are taken.',
  validation: 'Something you entered is not right. Check it and try again.',
  rate_limited: 'That was a lot at once. Wait a little, then try again.',
  internal: 'Something went wrong on our side. Nothing was changed; try again.',
  unsupported: 'That is not available here.',
  unavailable: 'The server cannot be reached. Check your connection and try again.',
  missing_permission: 'Your role does not allow that.',
  past_due: 'A payment for this workspace failed. Nobody new can be invited until it is paid.',
  above_own_role: 'You cannot do that to somebody whose role is above yours.',
  owners_only: 'Only an owner can do that.',
  email_unverified: 'Verify your email address first.',
  wrong_address: 'This invitation is for another address.',
  cross_origin: 'This page may not make changes here.',
  not_creator: 'Only its creator, admins and owners can change who can open it.',
  last_owner: 'A workspace needs an owner. Make somebody else an owner first.',
  self_removal: 'You cannot remove yourself. Leave the workspace instead.',
  home_workspace: 'This is your own workspace. It cannot be deleted.',
  already_member: 'Already a member of this workspace.',
  already_invited: 'Already invited to this workspace.',
  invitation_expired: 'This invitation has expired. Ask for a new one.',
  invitation_revoked: 'This invitation was revoked.',
  invitation_declined: 'This invitation was declined.',
  invitation_accepted: 'This invitation has been used.',
  sole_owner_of_shared_workspaces: 'Some workspaces would be left without an owner. Hand them over first.',
  idempotency_key_reused: 'That was sent twice with different contents. Reload and try again.',
  idempotency_in_progress: 'That is still being done. Wait a moment.',
  network: 'You seem to be offline. Nothing was lost; try again.',
  timeout: 'The server took too long to answer. Try again.',
  billing_not_configured: 'Billing is not set up on the server.',
  mail_not_configured: 'Invitations cannot be sent: email is not set up on the server.',
  entity_kind: 'These are not stored as the server expects. Whoever runs this app can fix that.',
  shutting_down: 'The server is restarting. Try again in a moment.',
});

type PlainKey = Exclude<keyof (typeof errorMessages)['messages'], 'limit_exceeded'>;

const isPlainKey = (key: string | undefined): key is PlainKey =>
  key !== undefined && key !== 'limit_exceeded' && key in errorMessages.messages;

/** The sentence for an error or a refusal, in the viewer's language. Anything unknown is `internal`. */
export function explain(error: unknown, t: Translate<(typeof errorMessages)['messages']>): string {
  if (!isGuildhallError(error)) return t('internal');
  if (isGuildhallError(error, 'limit_exceeded') && error.details) {
    const { used, max } = error.details;
    return t('limit_exceeded', { used, max });
  }
  const reason = error.details && 'reason' in error.details ? error.details.reason : undefined;
  const key = [reason, error.code].find(isPlainKey);
  return t(key ?? 'internal');
}
