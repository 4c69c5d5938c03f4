import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  json,
  jsonb,
  pgSchema,
  primaryKey,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { GuildhallEvent, Person, Role } from 'guildhall/contract';

/** Everything that Guildhall owns stands in this schema; the host's tables are never altered. */
export const guildhall = pgSchema('guildhall');

/** A moment, to the millisecond. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * Text that is compared byte by byte, whatever locale the database was made with: lists are paged by comparing
 * keys and ids, and must come in the one order that `compareText` of the contract gives.
 */
export const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** What the host's sign-in told of each person, the latest time it did. */
export const users = guildhall.table(
  'users',
  {
    /** The host's id. */
    id: text().primaryKey(),
    /** Normalised. Not unique: a host may let two accounts claim one address, and only one verify it. */
    email: text().notNull(),
    emailVerified: boolean().notNull(),
    /** Never empty: the address where sign-in gave no name. */
    name: text().notNull(),
    imageUrl: text(),
    /** `toSearchKey(name)`: alphabetical order. */
    sortKey: text().notNull(),
    /** `toSearchKey(name + ' ' + email)`. */
    searchKey: text().notNull(),
    /** Where this person's own event log (`u:<id>`) stands. */
    seq: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: moment().notNull(),
  },
  (t) => [index('users_email').on(t.email)],
);

/** A workspace. Its row is locked (FOR NO KEY UPDATE) for whatever must not race inside it. */
export const workspaces = guildhall.table(
  'workspaces',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    sortKey: text().notNull(),
    /** Whose home this is; null for all others. */
    homeOf: text(),
    imageKey: text(),
    /** Members at most as things stand: what its plan allows, or the host's limit where it has none. */
    memberLimit: integer(),
    /** What the host allows a workspace that is on no plan. */
    hostLimit: integer(),
    /** Where this workspace's event log (`w:<id>`) stands; incremented under the row's lock, so without gaps. */
    seq: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: moment().notNull(),
    /** Set at deletion; the row is kept 30 days and is nowhere visible. */
    deletedAt: moment(),
  },
  (t) => [
    uniqueIndex('workspaces_one_home')
      .on(t.homeOf)
      .where(sql`${t.homeOf} is not null and ${t.deletedAt} is null`),
    index('workspaces_deleted')
      .on(t.deletedAt)
      .where(sql`${t.deletedAt} is not null`),
  ],
);

/** Who is in a workspace. */
export const members = guildhall.table(
  'members',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
    billingContact: boolean().notNull().default(false),
    joinedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('members_once').on(t.workspaceId, t.userId),
    index('members_by_joined').on(t.workspaceId, t.joinedAt, t.id),
    index('members_by_user').on(t.userId),
    check('members_role', sql`${t.role} in ('owner', 'admin', 'member')`),
  ],
);

/** An invitation. Every transition away from `pending` is a guarded update. Expiry is read from `expiresAt`. */
export const invitations = guildhall.table(
  'invitations',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Normalised. */
    email: text().notNull(),
    /** `toSearchKey(email)`. */
    searchKey: text().notNull(),
    role: text().$type<Role>().notNull(),
    status: text().$type<'pending' | 'accepted' | 'declined' | 'revoked'>().notNull().default('pending'),
    /** Raised by each resend; part of the token, which is never stored. */
    generation: integer().notNull().default(1),
    invitedBy: text().references(() => users.id, { onDelete: 'set null' }),
    createdAt: moment().notNull(),
    sentAt: moment().notNull(),
    expiresAt: moment().notNull(),
    settledAt: moment(),
  },
  (t) => [
    uniqueIndex('invitations_one_pending')
      .on(t.workspaceId, t.email)
      .where(sql`${t.status} = 'pending'`),
    index('invitations_pending')
      .on(t.workspaceId, t.createdAt, t.id)
      .where(sql`${t.status} = 'pending'`),
    index('invitations_pending_by_email')
      .on(t.email)
      .where(sql`${t.status} = 'pending'`),
    index('invitations_by_sender').on(t.invitedBy),
    check('invitations_role', sql`${t.role} in ('owner', 'admin', 'member')`),
    check('invitations_status', sql`${t.status} in ('pending', 'accepted', 'declined', 'revoked')`),
  ],
);

/** The event logs: `w:<workspace id>` or `u:<user id>`, each numbered from 1 without gaps in commit order. */
export const events = guildhall.table(
  'events',
  {
    stream: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    /** The event as the client gets it. */
    payload: jsonb().$type<GuildhallEvent>().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq] }), index('events_by_age').on(t.at)],
);

/** What happened, for people to read. Persons are snapshots: they may be gone when it is read. */
export const activity = guildhall.table(
  'activity',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    actor: jsonb().$type<Person>(),
    action: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('activity_by_age').on(t.workspaceId, t.at, t.id)],
);

/** Mails to send and mails sent. Ids only: a mail is rendered when it is sent or looked at. */
export const mails = guildhall.table(
  'mails',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    invitationId: text()
      .notNull()
      .references(() => invitations.id, { onDelete: 'cascade' }),
    generation: integer().notNull(),
    /** Who asked for it: rate limits count by sender and by workspace. */
    senderId: text().notNull(),
    /** BCP 47; the language that the mail is written in. */
    locale: text().notNull(),
    status: text().$type<'queued' | 'sent' | 'failed' | 'dropped'>().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment().notNull(),
    /** What the mail server said last. */
    error: text(),
    createdAt: moment().notNull(),
    sentAt: moment(),
  },
  (t) => [
    index('mails_due')
      .on(t.nextAttemptAt)
      .where(sql`${t.status} = 'queued'`),
    index('mails_by_sender').on(t.senderId, t.createdAt),
    index('mails_by_workspace').on(t.workspaceId, t.createdAt),
    uniqueIndex('mails_once').on(t.invitationId, t.generation),
    check('mails_status', sql`${t.status} in ('queued', 'sent', 'failed', 'dropped')`),
  ],
);

/** Pictures, where the host gave no storage of its own. The key is random and is all that one needs to see it. */
export const images = guildhall.table('images', {
  key: text().primaryKey(),
  contentType: text().notNull(),
  data: bytes().notNull(),
  createdAt: moment().notNull(),
});

/** Writes that were asked for with an Idempotency-Key, for 24 hours. */
export const idempotencyKeys = guildhall.table(
  'idempotency_keys',
  {
    actorId: text().notNull(),
    key: text().notNull(),
    operation: text().notNull(),
    /** SHA-256 of the parsed input. */
    inputHash: text().notNull(),
    /** Which attempt holds this key: its answer is written in the transaction of its effect, if it still does. */
    claim: text().notNull(),
    /** The answer, or null while the first request with this key is at work. */
    response: json().$type<{ output: unknown }>(),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index('idempotency_keys_by_age').on(t.createdAt)],
);
