import { newId } from '../../db/newId.js';
import type { AccountRow } from '../accounts.js';
import { claimCustomer } from './claim.js';
import type { PresentCustomer } from './customers.js';
import type { MoveDeps } from './deps.js';
import type { Home, RowFacts } from './facts.js';
import { markApplied, planEntry, replanEntry } from './journal.js';

/** A row that is to be moved, with all that was found out about it. */
export interface Movable {
  readonly runId: string;
  readonly userId: string;
  readonly home: Home;
  readonly customer: PresentCustomer;
  readonly entry: RowFacts['entry'];
}

/**
 * Writes down what is before it is changed. An entry from a run that was stopped is taken up again.
 */
async function writeBefore(
  { database, clock }: MoveDeps,
  { runId, userId, home, customer, entry }: Movable,
  row: AccountRow,
): Promise<string> {
  const before = {
    workspaceId: customer.workspaceId,
    defaultPaymentMethod: customer.defaultPaymentMethod,
    accountCustomer: row.customerId,
    trialUsed: row.trialUsed,
  };
  const { workspaceId } = home;
  if (!entry) return planEntry(database, { runId, userId, workspaceId, customerId: customer.id, before }, clock());
  // The account is the first thing that is changed: whatever stopped the run before that, things may be others now.
  if (row.customerId !== customer.id) await replanEntry(database, entry.id, before);
  return entry.id;
}

/**
 * Makes a customer that of a workspace: written down, claimed, told to Stripe, synced. It may be stopped after any of
 * these, and run again.
 *
 * @throws Error that says what came in between
 */
export async function applyMove(deps: MoveDeps, movable: Movable): Promise<AccountRow> {
  const { billing, database, clock } = deps;
  const { home, customer } = movable;
  const { workspaceId } = home;
  return billing.withAccount(workspaceId, async (account) => {
    const row = await account.row();
    if (row.customerId !== home.customerId && row.customerId !== customer.id)
      throw new Error('The workspace was given another customer meanwhile. Run this again to see which.');
    const entryId = await writeBefore(deps, movable, row);
    if (row.customerId !== customer.id) await claimCustomer(database, workspaceId, customer.id, row.customerId);
    const metadata = { workspace_id: workspaceId };
    // A key for each attempt: saying it again changes nothing, and under one key Stripe would repeat an old failure.
    await billing.stripe.write(newId('move'), (sdk, once) => sdk.customers.update(customer.id, { metadata }, once));
    const synced = await account.sync();
    if (synced.customerId !== customer.id) throw new Error('It was deleted at Stripe meanwhile.');
    const method = synced.snapshot?.paymentMethods.find(({ isDefault }) => isDefault)?.id ?? null;
    const { subscriptionId, planId } = synced;
    await markApplied(database, entryId, { subscriptionId, planId, defaultPaymentMethod: method }, clock());
    return synced;
  });
}
