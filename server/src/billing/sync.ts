import type { Person } from 'guildhall/contract';
import type { InUnit } from '../db/unit.js';
import { markClean, readAccount } from './accounts.js';
import type { AccountRow } from './accounts.js';
import type { Database } from '../db/database.js';
import { readName } from './customer.js';
import type { PlanCatalogue } from './plans.js';
import { NAMED_BY_WORKSPACE, defaultMethodOf, project } from './projection.js';
import type { Projection } from './projection.js';
import type { StripeApi } from './stripe/api.js';
import { fetchAccount, isLive } from './stripe/fetch.js';
import type { StripeAccount } from './stripe/fetch.js';
import type { PriceBook } from './stripe/prices.js';
import { writeProjection } from './writeProjection.js';
import { newId } from '../db/newId.js';

/** What a sync works with. */
export interface SyncDeps {
  readonly database: Database;
  readonly inUnit: InUnit;
  readonly clock: () => Date;
  readonly catalogue: PlanCatalogue;
  readonly stripe: StripeApi;
  readonly prices: () => Promise<PriceBook>;
  readonly onError: (error: unknown) => void;
}

const ATTEMPTS = 5;

/** A mistake that people must look at: what to do about it costs somebody money. */
function reportDuplicates({ onError }: SyncDeps, { customer, subscriptions }: StripeAccount): void {
  const live = subscriptions.filter(isLive).map(({ id }) => id);
  if (live.length < 2) return;
  onError(
    new Error(
      `Customer ${customer.id} pays for ${live.length} subscriptions, and a workspace has one: ${live.join(', ')}. The oldest counts; cancel the others at Stripe.`,
    ),
  );
}

/**
 * Sets right what is ours to set at Stripe: the first payment method that was added is the one to pay with, and a
 * customer whom nobody gave a name is called as the workspace is.
 */
async function settle(deps: SyncDeps, workspaceId: string, account: StripeAccount): Promise<StripeAccount> {
  const { customer, paymentMethods } = account;
  const name = await readName(deps.database, workspaceId);
  const first = paymentMethods.at(-1);
  const isNameless = customer.metadata[NAMED_BY_WORKSPACE] === 'true' && customer.name !== name && name !== '';
  const lacksDefault = first !== undefined && defaultMethodOf(account) === null;
  if (!isNameless && !lacksDefault) return account;
  const changed = await deps.stripe.write(newId('settle'), (sdk, once) =>
    sdk.customers.update(
      customer.id,
      {
        ...(isNameless && { name }),
        ...(lacksDefault && { invoice_settings: { default_payment_method: first.id } }),
      },
      once,
    ),
  );
  return {
    ...account,
    customer: { ...customer, name: changed.name ?? null, invoice_settings: changed.invoice_settings },
  };
}

/** What Stripe says of an account now. */
async function readProjection(deps: SyncDeps, row: AccountRow): Promise<Projection | null> {
  if (row.customerId === null) return null;
  const fetched = await fetchAccount(deps.stripe, row.customerId);
  const account = fetched && (await settle(deps, row.workspaceId, fetched));
  if (account) reportDuplicates(deps, account);
  return project(await deps.prices(), account, row.trialUsed);
}

/**
 * Makes what is known of an account what Stripe says: however often, and in whatever order it is asked to. Whoever calls
 * it holds the account. Should somebody have come in between nevertheless, what was fetched before is fetched again.
 *
 * @param by who did what this follows from; null where Stripe told of it
 * @returns what was other than it had been
 */
export async function syncAccount(deps: SyncDeps, workspaceId: string, by: Person | null): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const row = await readAccount(deps.database, workspaceId);
    const projection = await readProjection(deps, row);
    if (!projection) {
      await markClean(deps.database, workspaceId);
      return [];
    }
    const written = await writeProjection(deps, row, projection, by);
    if (written) return written;
    if (attempt === ATTEMPTS)
      throw new Error(`The account of ${workspaceId} changed ${ATTEMPTS} times while Stripe was asked.`);
  }
}
