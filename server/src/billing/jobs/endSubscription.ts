import { readAccount } from '../accounts.js';
import type { ChangeDeps } from '../changes/situation.js';
import { endUnpaid } from '../changes/waiting.js';
import { isRefusal } from '../stripe/errors.js';
import { isLive } from '../stripe/fetch.js';
import type { BillingJob } from './queue.js';
import type { JobOutcome } from './worker.js';

/**
 * Ends what a deleted workspace paid for, now: nothing is given back, and nothing more is billed. What was owed is not
 * asked for any more.
 */
export async function endSubscription(deps: ChangeDeps, { workspaceId }: BillingJob): Promise<JobOutcome> {
  const { billing, context } = deps;
  await billing.withAccount(workspaceId, async (account) => {
    const { customerId } = await readAccount(context.database, workspaceId);
    if (customerId === null) return;
    const all = await billing.stripe.read((sdk) =>
      sdk.subscriptions.list({ customer: customerId, status: 'all', limit: 100, expand: ['data.latest_invoice'] }),
    );
    for (const subscription of all.data) {
      const { id, status } = subscription;
      if (status === 'incomplete') await endUnpaid(deps, subscription);
      if (!isLive(subscription)) continue;
      await billing.stripe
        .write(`${id}:end`, (sdk, once) => sdk.subscriptions.cancel(id, { invoice_now: false, prorate: false }, once))
        .catch((error: unknown) => {
          if (!isRefusal(error, 'resource_missing')) throw error;
        });
    }
    await account.sync();
  });
  return 'done';
}
