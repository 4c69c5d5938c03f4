import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { newId } from '../../db/newId.js';

/** What a customer and the account of its workspace were before the move: what a revert makes them again. */
export interface CustomerBefore {
  /** `metadata.workspace_id` at Stripe. */
  readonly workspaceId: string | null;
  /** `invoice_settings.default_payment_method` at Stripe: the first sync chooses one where there is none. */
  readonly defaultPaymentMethod: string | null;
  /** The customer that the account had. */
  readonly accountCustomer: string | null;
  readonly trialUsed: boolean;
}

/** What it is after. */
export interface CustomerAfter {
  readonly subscriptionId: string | null;
  readonly planId: string | null;
  readonly defaultPaymentMethod: string | null;
}

/** A customer's move, as it was written down before anything was done. */
export interface CustomerEntry {
  readonly id: string;
  readonly runId: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly customerId: string;
  readonly before: CustomerBefore;
  /** Null until all of it is done. */
  readonly after: CustomerAfter | null;
  readonly state: 'planned' | 'applied';
}

/** A price that was said to be a plan's. Kept in the same table, without a customer, and with the price for the user. */
export interface PriceEntry {
  readonly id: string;
  readonly priceId: string;
  readonly before: { readonly planId: string | null };
}

const ENTRY = `id, run_id as "runId", user_id as "userId", workspace_id as "workspaceId", customer_id as "customerId", before, after, state`;

const FIND = statement<CustomerEntry>(
  'move_entries',
  `select distinct on (customer_id, workspace_id) ${ENTRY} from guildhall.billing_moves
    where customer_id = any($1::text[]) and state <> 'reverted' order by customer_id, workspace_id, id desc`,
);
const OF_RUN = statement<CustomerEntry>(
  'move_entries_of_run',
  `select ${ENTRY} from guildhall.billing_moves
    where run_id = $1 and id > $2 and customer_id is not null and state <> 'reverted' order by id limit 100`,
);
const COUNT_OF_RUN = statement<{ count: number; open: number }>(
  'move_count_of_run',
  `select count(*)::int as count, count(*) filter (where state <> 'reverted')::int as open
     from guildhall.billing_moves where run_id = $1`,
);
const PLAN = statement<never>(
  'move_plan',
  `insert into guildhall.billing_moves (id, run_id, user_id, workspace_id, customer_id, before, state, at)
   values ($1, $2, $3, $4, $5, $6::text::jsonb, 'planned', $7)`,
);
const REPLAN = statement<never>(
  'move_replan',
  'update guildhall.billing_moves set before = $2::text::jsonb where id = $1',
);
const APPLIED = statement<never>(
  'move_applied',
  `update guildhall.billing_moves set state = 'applied', after = $2::text::jsonb, at = $3 where id = $1`,
);
const REVERTED = statement<never>(
  'move_reverted',
  `update guildhall.billing_moves set state = 'reverted', at = $2 where id = $1`,
);
const PRICES = statement<PriceEntry>(
  'move_prices',
  `select id, user_id as "priceId", before from guildhall.billing_moves
    where customer_id is null and state <> 'reverted' order by id`,
);
const MOVES_LEFT = statement<{ id: string }>(
  'move_left',
  `select id from guildhall.billing_moves where customer_id is not null and state <> 'reverted' limit 1`,
);

/** What was moved, or begun to be, and not reverted. */
export const findEntries = (executor: Executor, customerIds: readonly string[]): Promise<CustomerEntry[]> =>
  executor.query(FIND, [customerIds]);

/** A page of what a run moved, in order; what is reverted is left out. @param after the last id of the page before */
export const entriesOfRun = (executor: Executor, runId: string, after: string): Promise<CustomerEntry[]> =>
  executor.query(OF_RUN, [runId, after]);

/** How many entries a run has, and how many of them are not reverted. */
export async function countRun(executor: Executor, runId: string): Promise<{ count: number; open: number }> {
  const [counted] = await executor.query(COUNT_OF_RUN, [runId]);
  return counted ?? { count: 0, open: 0 };
}

/** Writes down what is about to be done. */
export async function planEntry(
  executor: Executor,
  entry: Pick<CustomerEntry, 'runId' | 'userId' | 'workspaceId' | 'customerId' | 'before'>,
  now: Date,
): Promise<string> {
  const id = newId('move');
  const { runId, userId, workspaceId, customerId, before } = entry;
  await executor.query(PLAN, [id, runId, userId, workspaceId, customerId, JSON.stringify(before), now]);
  return id;
}

/** Writes anew what was before, where nothing was done yet. */
export async function replanEntry(executor: Executor, id: string, before: CustomerBefore): Promise<void> {
  await executor.query(REPLAN, [id, JSON.stringify(before)]);
}

/** Writes down that all of it is done. */
export async function markApplied(executor: Executor, id: string, after: object, now: Date): Promise<void> {
  await executor.query(APPLIED, [id, JSON.stringify(after), now]);
}

/** Writes down that all of it is undone. */
export async function markReverted(executor: Executor, id: string, now: Date): Promise<void> {
  await executor.query(REVERTED, [id, now]);
}

/** Prices that were said to be a plan's, in whatever run. */
export const findPriceEntries = (executor: Executor): Promise<PriceEntry[]> => executor.query(PRICES, []);

/** Writes down what is about to be said of a price. */
export async function planPrice(
  executor: Executor,
  { runId, priceId, before }: Omit<PriceEntry, 'id'> & { readonly runId: string },
  now: Date,
): Promise<string> {
  const id = newId('move');
  await executor.query(PLAN, [id, runId, priceId, null, null, JSON.stringify(before), now]);
  return id;
}

/** Whether any customer of any run is moved still. */
export async function areMovesLeft(executor: Executor): Promise<boolean> {
  return (await executor.query(MOVES_LEFT, [])).length > 0;
}
