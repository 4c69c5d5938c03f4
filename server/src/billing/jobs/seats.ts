import { quantityOf } from 'guildhall/contract';
import type { AccountRow } from '../accounts.js';
import { countPeople, readLive } from '../changes/situation.js';
import type { ChangeDeps, LiveSubscription } from '../changes/situation.js';
import type { People } from '../changes/terms.js';
import { scheduleOf, scheduledSeats, setScheduledSeats } from '../changes/schedule.js';
import { undoPending } from '../changes/waiting.js';
import type { BillingJob } from './queue.js';
import type { JobOutcome } from './worker.js';

/** Names one attempt at one change. Another attempt is another: Stripe would repeat to it what went wrong. */
const keyOf = ({ operationId, attempts }: BillingJob, from: number, to: number) =>
  `${operationId}:${attempts}:${from}-${to}`;

/**
 * Brings the quantity of a plan that counts its members to their number. What that costs for the rest of the period is
 * on the next bill: one bill a month, however many come and go.
 */
async function count(deps: ChangeDeps, job: BillingJob, row: AccountRow, live: LiveSubscription, people: People) {
  const { stripe, catalogue } = deps.billing;
  const { subscription, item, terms } = live;
  const isCounted = terms.plan.seats === 'automatic';
  const quantity = isCounted ? quantityOf(terms.plan, people.members, undefined) : terms.quantity;
  const schedule = scheduleOf(subscription);
  const next = schedule ? scheduledSeats(catalogue, row, people) : null;
  const isNow = quantity === item.quantity;
  const isNext = next === null || next === row.scheduled?.seats;
  if (isNow && isNext) return;
  // It was made for another number of people. Whoever still wants it sees what it costs now.
  await undoPending(deps, subscription);
  const key = keyOf(job, item.quantity ?? 0, quantity);
  if (schedule) return setScheduledSeats(deps.billing, schedule, { current: quantity, next }, `${key}:${next}`);
  await stripe.write(key, (sdk, once) =>
    sdk.subscriptions.update(
      subscription.id,
      { items: [{ id: item.id, quantity }], proration_behavior: 'create_prorations' },
      once,
    ),
  );
}

/** Makes Stripe bill as many seats as there are members, whatever was known before. */
export async function followMembers(deps: ChangeDeps, job: BillingJob): Promise<JobOutcome> {
  await deps.billing.withAccount(job.workspaceId, async (account) => {
    const row = await account.sync();
    const live = await readLive(deps, row);
    const people = live && (await countPeople(deps, job.workspaceId));
    if (!live || !people) return;
    await count(deps, job, row, live, people);
    await account.sync();
  });
  return 'done';
}
