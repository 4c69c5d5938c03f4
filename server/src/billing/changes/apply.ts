import type { Payment } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import type { ChangeOffer } from './offers.js';
import { outcomeOf, paymentRequired } from './payments.js';
import type { Outcome } from './payments.js';
import { putOff, release, waitingTerms } from './schedule.js';
import { readSubscription } from './situation.js';
import type { ChangeDeps, LiveSubscription, Situation } from './situation.js';
import { endUnpaid, latestInvoiceOf, takeUpWaiting, undoPending } from './waiting.js';

/** A change that somebody confirmed. */
export interface Confirmed {
  readonly deps: ChangeDeps;
  readonly situation: Situation;
  readonly offer: ChangeOffer;
  /** Names this attempt: whatever is sent to Stripe twice under it is done once. */
  readonly operationId: string;
}

const NOTHING: Payment = { status: 'none' };

/** @throws GuildhallError `payment_required` */
function paidOrRefused(outcome: Outcome): Payment {
  if (outcome.status === 'declined') throw paymentRequired(outcome.reason);
  return outcome;
}

function create({ deps, situation, offer, operationId }: Confirmed, price: string): Promise<Stripe.Subscription> {
  const { to, trialEnd } = offer;
  const how: Stripe.SubscriptionCreateParams =
    trialEnd === null
      ? { payment_behavior: 'allow_incomplete' }
      : // A trial needs no card. One that ends without a card ends the plan.
        { trial_end: trialEnd, trial_settings: { end_behavior: { missing_payment_method: 'cancel' } } };
  return deps.billing.stripe.write(`${operationId}:create`, (sdk, once) =>
    sdk.subscriptions.create(
      {
        customer: situation.customerId,
        items: [{ price, quantity: to.quantity }],
        metadata: { workspace_id: situation.workspaceId },
        expand: ['latest_invoice'],
        ...how,
      },
      once,
    ),
  );
}

async function begin(confirmed: Confirmed, price: string): Promise<Payment> {
  const { deps, offer } = confirmed;
  const subscription = await create(confirmed, price);
  const invoice = latestInvoiceOf(subscription);
  if (offer.kind === 'trial' || !invoice) return NOTHING;
  const outcome = await outcomeOf(deps, invoice);
  if (outcome.status === 'declined') await endUnpaid(deps, subscription);
  return paidOrRefused(outcome);
}

/** Takes a cancellation back: whoever changes a plan goes on with it. Not part of a change that may have to be undone. */
export async function takeBackCancellation(
  { billing }: ChangeDeps,
  { id, cancel_at, cancel_at_period_end }: Stripe.Subscription,
  operationId: string,
): Promise<void> {
  if (cancel_at === null && !cancel_at_period_end) return;
  const change = cancel_at_period_end ? { cancel_at_period_end: false } : { cancel_at: '' as const };
  await billing.stripe.write(`${operationId}:resume`, (sdk, once) => sdk.subscriptions.update(id, change, once));
}

const itemsOf = ({ item }: LiveSubscription, { to }: ChangeOffer, price: string) => [
  { id: item.id, price, quantity: to.quantity },
];

/** Before anything is paid, everything may be changed for nothing. */
async function changeTrial({ deps, offer, operationId }: Confirmed, live: LiveSubscription, price: string) {
  const { id } = live.subscription;
  await release(deps, live.subscription);
  await deps.billing.stripe.write(`${operationId}:change`, (sdk, once) =>
    sdk.subscriptions.update(id, { items: itemsOf(live, offer, price), proration_behavior: 'none' }, once),
  );
  await takeBackCancellation(deps, live.subscription, operationId);
  return NOTHING;
}

/** Stripe makes the change once it is paid, and not before. Declined, it is undone, with all that gave way to it. */
async function goUp({ deps, situation, offer, operationId }: Confirmed, live: LiveSubscription, price: string) {
  const { stripe, prices } = deps.billing;
  const { id } = live.subscription;
  await release(deps, live.subscription);
  const changed = await stripe.write(`${operationId}:change`, (sdk, once) =>
    sdk.subscriptions.update(
      id,
      {
        items: itemsOf(live, offer, price),
        proration_behavior: 'always_invoice',
        proration_date: offer.at,
        payment_behavior: 'pending_if_incomplete',
        expand: ['latest_invoice'],
      },
      once,
    ),
  );
  const invoice = latestInvoiceOf(changed);
  const isNew = invoice !== null && invoice.id !== latestInvoiceOf(live.subscription)?.id;
  const outcome: Outcome = isNew ? await outcomeOf(deps, invoice) : NOTHING;
  if (outcome.status === 'declined') {
    await undoPending(deps, changed);
    const before = waitingTerms(deps, situation.row);
    if (before) {
      const again = { ...live, subscription: await readSubscription(deps, id) };
      const priceBefore = (await prices()).priceOf(before.plan.id, before.interval);
      await putOff(deps, again, { to: before, price: priceBefore, operationId: `${operationId}:again` });
    }
  }
  const payment = paidOrRefused(outcome);
  // A change that waits for the payer may never come: until then a cancellation stands.
  if (changed.pending_update === null) await takeBackCancellation(deps, changed, operationId);
  return payment;
}

async function goDown({ deps, offer, operationId }: Confirmed, live: LiveSubscription, price: string) {
  await takeBackCancellation(deps, live.subscription, operationId);
  await putOff(deps, live, { to: offer.to, price, operationId });
  return NOTHING;
}

/** Ends a plan with the period that is paid, or with its trial; a change that waits ends with it. */
export async function endLater(
  deps: ChangeDeps,
  { subscription }: LiveSubscription,
  operationId: string,
): Promise<void> {
  const { id } = subscription;
  await undoPending(deps, subscription);
  await release(deps, subscription);
  await deps.billing.stripe.write(`${operationId}:cancel`, (sdk, once) =>
    sdk.subscriptions.update(id, { cancel_at_period_end: true }, once),
  );
}

/** Makes a change at Stripe. @throws GuildhallError `payment_required`, and everything is as it was */
export async function applyChange(confirmed: Confirmed): Promise<Payment> {
  const { deps, situation, offer, operationId } = confirmed;
  const { live } = situation;
  const { kind, to } = offer;
  if (live && kind === 'end') {
    await endLater(deps, live, operationId);
    return NOTHING;
  }
  const price = (await deps.billing.prices()).priceOf(to.plan.id, to.interval);
  const begun = await takeUpWaiting(deps, situation, to, price);
  if (begun) return paidOrRefused(begun);
  if (!live) return begin(confirmed, price);
  if (kind === 'during_trial') return changeTrial(confirmed, live, price);
  return kind === 'up' ? goUp(confirmed, live, price) : goDown(confirmed, live, price);
}
