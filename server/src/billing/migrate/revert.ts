import { isGuildhallError } from 'guildhall/contract';
import { newId } from '../../db/newId.js';
import type { HeldAccount } from '../context.js';
import { project } from '../projection.js';
import { writeProjection } from '../writeProjection.js';
import { claimCustomer } from './claim.js';
import { findCustomer } from './customers.js';
import type { MoveDeps } from './deps.js';
import { markReverted } from './journal.js';
import type { CustomerEntry } from './journal.js';

const ATTEMPTS = 5;

/** Says at Stripe again what was said before. What somebody else has said since stays. */
async function restoreCustomer({ billing: { stripe } }: MoveDeps, entry: CustomerEntry): Promise<void> {
  const { customerId, workspaceId, before, after } = entry;
  const customer = await findCustomer(stripe, customerId);
  if (typeof customer !== 'object') return;
  if (customer.workspaceId === workspaceId && before.workspaceId !== workspaceId) {
    const metadata = { workspace_id: before.workspaceId ?? '' };
    await stripe.write(newId('move'), (sdk, once) => sdk.customers.update(customerId, { metadata }, once));
  }
  // A run that was stopped did not come to write down what its sync chose.
  const chosen = after ? after.defaultPaymentMethod : customer.defaultPaymentMethod;
  if (before.defaultPaymentMethod === null && chosen !== null && customer.defaultPaymentMethod === chosen) {
    const invoice_settings = { default_payment_method: '' };
    await stripe.write(newId('move'), (sdk, once) => sdk.customers.update(customerId, { invoice_settings }, once));
  }
}

/** Takes the customer from the account, with all that followed from it. An account that has another one by now keeps it. */
async function releaseAccount(deps: MoveDeps, account: HeldAccount, entry: CustomerEntry): Promise<void> {
  const { billing, database, inUnit } = deps;
  const { accountCustomer, trialUsed } = entry.before;
  for (let attempt = 1; ; attempt += 1) {
    const row = await account.row();
    if (row.customerId !== entry.customerId) break;
    const nobodys = await project(await billing.prices(), null, trialUsed);
    if (await writeProjection({ inUnit, catalogue: billing.catalogue }, row, nobodys, null)) break;
    if (attempt === ATTEMPTS) throw new Error(`The account changed ${ATTEMPTS} times meanwhile. Run this again.`);
  }
  const { customerId } = await account.row();
  if (accountCustomer !== null && customerId === null)
    await claimCustomer(database, account.workspaceId, accountCustomer, null);
  await account.sync();
}

/**
 * Undoes a move, finished or not, from what was written down before it. It may be stopped anywhere, and run again.
 *
 * @returns what else there is to say of it; null where nothing
 */
export async function revertMove(deps: MoveDeps, entry: CustomerEntry): Promise<string | null> {
  const { billing, database, clock } = deps;
  let detail: string | null = null;
  try {
    await billing.withAccount(entry.workspaceId, async (account) => {
      await restoreCustomer(deps, entry);
      await releaseAccount(deps, account, entry);
    });
  } catch (error) {
    if (!isGuildhallError(error, 'not_found')) throw error;
    // Its workspace is gone, and its account with it.
    await restoreCustomer(deps, entry);
    detail = 'The workspace is gone.';
  }
  await markReverted(database, entry.id, clock());
  return detail;
}
