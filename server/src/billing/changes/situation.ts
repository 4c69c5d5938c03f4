import { createHash } from 'node:crypto';
import type { Person, Terms } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import { notFound } from '../../context.js';
import type { Context } from '../../context.js';
import { statement } from '../../db/database.js';
import type { Identity } from '../../operations.js';
import { readPerson } from '../../users/read.js';
import { enterBilling } from '../account/enter.js';
import type { AccountOperation } from '../account/enter.js';
import type { AccountRow } from '../accounts.js';
import type { BillingContext } from '../context.js';
import { currentTerms } from './terms.js';
import type { People } from './terms.js';

/** What changes work with. */
export interface ChangeDeps {
  readonly context: Context;
  readonly billing: BillingContext;
}

/**
 * Lets somebody in who may, and says who they are.
 *
 * @throws GuildhallError `unauthenticated`, `not_found`, `forbidden`; `unavailable` with `billing_not_configured`
 */
export async function enterChange(
  context: Context,
  operation: AccountOperation,
  actor: Identity | null,
  workspaceId: string,
): Promise<ChangeDeps & { readonly person: Person }> {
  const { billing, userId } = await enterBilling(context, operation, actor, workspaceId);
  return { context, billing, person: await readPerson(context.database, userId) };
}

/** Waits for whoever joins or leaves at this moment: who is counted is in, and who is not counted sees that this asked. */
const LOCK = statement<{ isDeleted: boolean }>(
  'billing_count_lock',
  'select deleted_at is not null as "isDeleted" from guildhall.workspaces where id = $1 for no key update',
);
const PEOPLE = statement<People>(
  'billing_people',
  `select (select count(*)::int from guildhall.members where workspace_id = $1) as members,
          (select count(*)::int from guildhall.invitations
            where workspace_id = $1 and status = 'pending' and expires_at > $2) as invited`,
);

/** Counts people under the workspace's lock. @returns null where the workspace is gone */
export async function countPeople({ context }: ChangeDeps, workspaceId: string): Promise<People | null> {
  return context.database.transaction(async (executor) => {
    const [workspace] = await executor.query(LOCK, [workspaceId]);
    if (!workspace || workspace.isDeleted) return null;
    return (await executor.query(PEOPLE, [workspaceId, context.clock()]))[0] ?? null;
  });
}

/** A subscription that gives what it is for. */
export interface LiveSubscription {
  readonly subscription: Stripe.Subscription;
  /** The item that is the plan. */
  readonly item: Stripe.SubscriptionItem;
  readonly terms: Terms;
}

/** All that a change depends on. */
export interface Situation {
  readonly workspaceId: string;
  readonly customerId: string;
  readonly row: AccountRow;
  readonly people: People;
  readonly live: LiveSubscription | null;
}

/** The subscription of an account as Stripe has it now, with its schedule and its latest invoice. */
export function readSubscription({ billing }: ChangeDeps, id: string): Promise<Stripe.Subscription> {
  return billing.stripe.read((sdk) => sdk.subscriptions.retrieve(id, { expand: ['schedule', 'latest_invoice'] }));
}

/** What is paid for now, with the item at Stripe that stands for it. Null where nothing is. */
export async function readLive(deps: ChangeDeps, row: AccountRow): Promise<LiveSubscription | null> {
  const { catalogue, prices } = deps.billing;
  const terms = currentTerms(catalogue, row);
  if (!terms || row.subscriptionId === null) return null;
  const [subscription, book] = await Promise.all([readSubscription(deps, row.subscriptionId), prices()]);
  for (const item of subscription.items.data) {
    const { plan } = await book.planOf(item.price);
    if (plan.id === row.planId) return { subscription, item, terms };
  }
  return null;
}

/** @throws GuildhallError `not_found`, where the workspace or its customer is gone */
export async function readSituation(deps: ChangeDeps, row: AccountRow): Promise<Situation> {
  const { workspaceId, customerId } = row;
  const people = await countPeople(deps, workspaceId);
  if (!people || customerId === null) throw notFound('workspace');
  return { workspaceId, customerId, row, people, live: await readLive(deps, row) };
}

/** What an offer depends on, besides what it is for: once it is another, an offer stands no more. */
export function standingOf({ row, people, live }: Situation): string {
  const isLive = live !== null;
  const all = [
    isLive && [row.subscriptionId, row.status, row.planId, row.interval, row.quantity],
    isLive && [row.periodEnd, row.trialEndsAt, row.cancelsAt, row.scheduled, row.snapshot?.nextBill?.total],
    row.trialUsed,
    row.credit,
    people.members,
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url').slice(0, 22);
}
