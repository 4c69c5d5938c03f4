import * as z from 'zod/mini';
import { PERMISSIONS, ROLES } from './permissions.js';
import { ID_PATTERN, MAX_ID_LENGTH } from './text.js';

/**
 * Ids are opaque strings: a host's workspaces keep the ids they have. Only `.` and `..` are none, because they
 * would lead a path somewhere else (`DELETE W/invitations/..` is `DELETE W`), nor is what no database can hold.
 */
export const id = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(MAX_ID_LENGTH),
    z.regex(ID_PATTERN, { error: 'must be an id: neither . nor .., without control characters' }),
  );

/** A moment: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const timestamp = z.iso.datetime({ precision: 3 });

export const role = z.enum(ROLES);
export const permission = z.enum(PERMISSIONS);

/** A name that people read: trimmed, one line, 1 to 80 characters. */
export const displayName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(80),
    z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, { error: 'must be one line without control characters' }),
  );

/** Who is looking: their membership of the workspace, and what follows from it. */
export const viewer = z.object({
  memberId: id,
  userId: id,
  role,
  billingContact: z.boolean(),
  permissions: z.array(permission),
  /** The roles that the viewer may give to others. */
  assignableRoles: z.array(role),
});
export type Viewer = z.infer<typeof viewer>;

/** What every member may know of how a workspace is paid: no price, no card. */
export const workspacePlan = z.object({
  id,
  name: z.string(),
  /** `automatic`: each member is paid for; `prepaid`: seats are bought ahead; null: the price is one for all. */
  seats: z.nullable(z.enum(['automatic', 'prepaid'])),
});
/** What every member may know of how a workspace is paid. */
export type WorkspacePlan = z.infer<typeof workspacePlan>;

export const workspace = z.object({
  id,
  name: z.string(),
  /** A square picture, or null where there is none: show {@link initials of the name} then. */
  imageUrl: z.nullable(z.string()),
  /** The one workspace that everybody has for themselves. It cannot be deleted. */
  isHome: z.boolean(),
  createdAt: timestamp,
  memberCount: z.number(),
  ownerCount: z.number(),
  /** Members that the plan or the host allows, or null for no limit. */
  memberLimit: z.nullable(z.number()),
  /** Null where there is no billing, or where it pays for nothing and the host has no free plan. */
  plan: z.nullable(workspacePlan),
  /** Whether nobody new can be invited until a payment that failed, and whose grace period is over, is made good. */
  invitationsPaused: z.boolean(),
  viewer,
  /** The position in the workspace's event log that this answer reflects. */
  seq: z.number(),
});
/** A workspace as one of its members sees it. */
export type Workspace = z.infer<typeof workspace>;

export const member = z.object({
  id,
  userId: id,
  /** The name that the host's sign-in gave, or the address where it gave none. */
  name: z.string(),
  email: z.string(),
  imageUrl: z.nullable(z.string()),
  role,
  billingContact: z.boolean(),
  joinedAt: timestamp,
});
/** A person's membership of one workspace. */
export type Member = z.infer<typeof member>;

/** Whose doing something was. Null fields and a null person mean that they are not known any more. */
export const person = z.object({ userId: id, name: z.string(), email: z.string(), imageUrl: z.nullable(z.string()) });
export type Person = z.infer<typeof person>;

/** What became of one member in `members.remove`, in the order of the input. */
export const removalOutcome = z.discriminatedUnion('status', [
  z.object({ status: z.literal('removed'), memberId: id, revokedInvitations: z.number() }),
  z.object({ status: z.literal('not_found'), memberId: id }),
  z.object({
    status: z.literal('refused'),
    memberId: id,
    reason: z.enum(['above_own_role', 'owners_only', 'last_owner', 'self_removal']),
  }),
]);
export type RemovalOutcome = z.infer<typeof removalOutcome>;
