import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, uniqueIndex } from 'drizzle-orm/pg-core';
import type { BillingStatus, Interval, Plan, ScheduledChange } from 'guildhall/contract';
import type { AccountSnapshot } from '../billing/snapshot.js';
import { guildhall, moment, text, users, workspaces } from './schema.js';

/**
 * What is known of a workspace's customer at Stripe. A projection: all but the claim, the lease and the two `…_by`
 * and `…_at` of a cancellation is what Stripe said at `syncedAt`, and can be fetched anew.
 */
export const billingAccounts = guildhall.table(
  'billing_accounts',
  {
    workspaceId: text()
      .primaryKey()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Null from the moment it is asked for until Stripe has made it. */
    customerId: text(),
    subscriptionId: text(),
    scheduleId: text(),
    /** The plan that is paid for; null where nothing is. */
    planId: text(),
    /** That plan as it was sold: it may be sold no more. */
    plan: jsonb().$type<Plan>(),
    interval: text().$type<Interval>(),
    /** What Stripe bills. */
    quantity: integer(),
    status: text().$type<BillingStatus>().notNull().default('none'),
    periodStart: moment(),
    periodEnd: moment(),
    trialEndsAt: moment(),
    trialUsed: boolean().notNull().default(false),
    cancelsAt: moment(),
    cancelRequestedBy: text().references(() => users.id, { onDelete: 'set null' }),
    cancelRequestedAt: moment(),
    scheduled: jsonb().$type<ScheduledChange>(),
    /** The first failure, however often it is tried again. */
    pastDueSince: moment(),
    /** Whether everybody was told that nobody new can be invited any more. */
    pauseTold: boolean().notNull().default(false),
    /** Credit for later bills, in minor units; zero or more. */
    credit: bigint({ mode: 'number' }).notNull().default(0),
    currency: text(),
    snapshot: jsonb().$type<AccountSnapshot>(),
    /** Raised by each sync: an older fetch never overwrites a newer one. */
    version: integer().notNull().default(0),
    syncedAt: moment(),
    /** Changes at Stripe that had an outcome: part of the names under which the next one is sent, so that none is mistaken for it. */
    operations: integer().notNull().default(0),
    /** Since when something may have changed at Stripe that no sync has seen. */
    dirtyAt: moment(),
    /** Who works on this account at Stripe, and until when they are believed to. */
    leaseHolder: text(),
    leaseUntil: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('billing_accounts_one_customer').on(t.customerId),
    index('billing_accounts_dirty')
      .on(t.dirtyAt)
      .where(sql`${t.dirtyAt} is not null`),
    index('billing_accounts_by_sync').on(t.syncedAt),
    index('billing_accounts_by_canceller').on(t.cancelRequestedBy),
    check(
      'billing_accounts_status',
      sql`${t.status} in ('none', 'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused')`,
    ),
  ],
);

/** What is to be done at Stripe after a commit: one of each kind for a workspace, so that ten changes are one call. */
export const billingJobs = guildhall.table(
  'billing_jobs',
  {
    id: text().primaryKey(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** `seats`: the quantity follows the members. `end_subscription`: the workspace is gone. */
    kind: text().$type<'seats' | 'end_subscription'>().notNull(),
    /** Anew with each request: part of Stripe's idempotency key, and what tells a job that was asked for again meanwhile. */
    operationId: text().notNull(),
    attempts: integer().notNull().default(0),
    runAfter: moment().notNull(),
    leasedUntil: moment(),
    lastError: text(),
    createdAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('billing_jobs_once').on(t.workspaceId, t.kind),
    index('billing_jobs_due').on(t.runAfter),
    check('billing_jobs_kind', sql`${t.kind} in ('seats', 'end_subscription')`),
  ],
);

/** Stripe's events, each once. What they say is not believed: they tell which customer to ask about. */
export const stripeEvents = guildhall.table(
  'stripe_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    /** Null where it concerns no customer. */
    customerId: text(),
    created: moment().notNull(),
    receivedAt: moment().notNull(),
    processedAt: moment(),
    attempts: integer().notNull().default(0),
    /** Not before; while it is worked on, until when it is left alone. */
    runAfter: moment().notNull(),
    lastError: text(),
  },
  (t) => [
    index('stripe_events_due')
      .on(t.runAfter)
      .where(sql`${t.processedAt} is null`),
    index('stripe_events_by_age').on(t.receivedAt),
  ],
);

/** The journal of `migrate-billing`: what each customer was before it became a workspace's, and after. */
export const billingMoves = guildhall.table(
  'billing_moves',
  {
    id: text().primaryKey(),
    runId: text().notNull(),
    userId: text().notNull(),
    /** Not a reference: the journal outlives the workspace. */
    workspaceId: text(),
    customerId: text(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    state: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('billing_moves_once').on(t.runId, t.userId), index('billing_moves_by_customer').on(t.customerId)],
);
