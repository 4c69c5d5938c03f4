import { refuse } from 'guildhall/contract';
import type { Context, Service } from '../../context.js';
import { newId } from '../../db/newId.js';
import type { Identity } from '../../operations.js';
import { readBilling } from '../account/read.js';
import type { AccountRow } from '../accounts.js';
import { endLater, takeBackCancellation } from './apply.js';
import { release } from './schedule.js';
import { enterChange, readLive, readSubscription } from './situation.js';
import type { ChangeDeps } from './situation.js';
import { thenSync } from './subscribe.js';
import { endUnpaid } from './waiting.js';

/** Works also while a payment is owed, and during a trial. A first plan that was never paid ends at once. */
async function cancel(deps: ChangeDeps, row: AccountRow): Promise<void> {
  if (row.subscriptionId === null) return refuse({ code: 'conflict', reason: 'no_subscription' });
  const live = await readLive(deps, row);
  if (!live) return endUnpaid(deps, await readSubscription(deps, row.subscriptionId));
  if (row.cancelsAt === null) await endLater(deps, live, newId('op'));
}

async function resume(deps: ChangeDeps, row: AccountRow): Promise<void> {
  const live = await readLive(deps, row);
  if (!live) return refuse({ code: 'conflict', reason: 'no_subscription' });
  if (row.scheduled) await release(deps, live.subscription);
  await takeBackCancellation(deps, live.subscription, newId('op'));
}

function change(
  operation: 'billing.cancel' | 'billing.resume',
  act: (deps: ChangeDeps, row: AccountRow) => Promise<void>,
) {
  return (context: Context) =>
    async (actor: Identity | null, { workspaceId }: { workspaceId: string }) => {
      const deps = await enterChange(context, operation, actor, workspaceId);
      await deps.billing.withAccount(workspaceId, async (account) => {
        const row = await account.sync();
        await thenSync(account, deps.person, () => act(deps, row));
      });
      return readBilling(context, deps.billing, workspaceId);
    };
}

/** Ends the plan with what is paid for, and takes back a change that waits. Again it does nothing. */
export const cancelPlan: Service<'billing.cancel'> = change('billing.cancel', cancel);

/** Takes back a cancellation, or a change that waits. Where there is neither, it does nothing. */
export const resumePlan: Service<'billing.resume'> = change('billing.resume', resume);
