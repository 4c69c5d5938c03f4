import * as z from 'zod/mini';
import { id, person, role, timestamp } from './entities.js';
import { entityCount } from './shared.js';

/** What whoever accepts will see there. Kinds that cannot be read now are left out; empty where the host shares nothing. */
const contents = z.array(entityCount);

/** How far the mail of an invitation has come. `failed` is final; a link can still be copied. */
export const delivery = z.enum(['queued', 'sent', 'failed']);

export const invitation = z.object({
  id,
  /** Lower case. */
  email: z.string(),
  role,
  invitedBy: z.nullable(person),
  createdAt: timestamp,
  /** When its latest mail was asked for. */
  sentAt: timestamp,
  /** After this it cannot be accepted; it stays in the list so that it can be sent again. */
  expiresAt: timestamp,
  delivery,
});
/** An invitation that nobody has answered yet, as those who may invite see it. */
export type Invitation = z.infer<typeof invitation>;

export const receivedInvitation = z.object({
  id,
  role,
  workspace: z.object({ name: z.string(), imageUrl: z.nullable(z.string()), memberCount: z.number() }),
  contents,
  invitedBy: z.nullable(person),
  expiresAt: timestamp,
});
/** An invitation that waits for the viewer's answer. */
export type ReceivedInvitation = z.infer<typeof receivedInvitation>;

/** What became of one address in `invitations.create`, in the order of the input. */
export const invitationOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('invited'), email: z.string(), invitation }),
  z.object({ status: z.literal('already_member'), email: z.string() }),
  z.object({ status: z.literal('already_invited'), email: z.string(), invitation }),
  z.object({ status: z.literal('duplicate'), email: z.string() }),
  z.object({ status: z.literal('invalid'), email: z.string() }),
  z.object({ status: z.literal('above_own_role'), email: z.string() }),
  z.object({ status: z.literal('limit_exceeded'), email: z.string(), max: z.number(), used: z.number() }),
  z.object({ status: z.literal('rate_limited'), email: z.string(), retryAfterMs: z.number() }),
]);
export type InvitationOutcome = z.infer<typeof invitationOutcome>;

const previewFacts = {
  invitationId: id,
  workspace: z.object({ name: z.string(), imageUrl: z.nullable(z.string()) }),
  invitedBy: z.nullable(z.object({ name: z.string() })),
  role,
  expiresAt: timestamp,
};

/**
 * What a link tells, by who asks.
 *
 * - `addressee`: signed in with the invited, verified address. The only one who learns of a dead
 *   invitation (`state`), and where an answered one led (`workspaceId`, while a member).
 * - `unverified`: signed in with the invited address, which the host has not verified yet.
 * - `stranger`: signed in with another address. `email` is masked.
 * - `signed_out`: nobody. `email` is masked.
 *
 * For all but the addressee a link that is not live is `not_found`, whatever the reason.
 */
export const invitationPreview = z.discriminatedUnion('audience', [
  z.object({
    audience: z.literal('addressee'),
    ...previewFacts,
    email: z.string(),
    state: z.enum(['pending', 'accepted', 'declined', 'revoked', 'expired', 'replaced']),
    workspaceId: z.nullable(id),
    /** Empty where it is not pending any more. */
    contents,
  }),
  z.object({ audience: z.literal('unverified'), ...previewFacts, email: z.string() }),
  z.object({ audience: z.literal('stranger'), ...previewFacts, email: z.string() }),
  z.object({ audience: z.literal('signed_out'), ...previewFacts, email: z.string() }),
]);
export type InvitationPreview = z.infer<typeof invitationPreview>;
