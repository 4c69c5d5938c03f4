import { refuse } from 'guildhall/contract';
import type { Terms } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import { isLive } from '../stripe/fetch.js';
import { outcomeOf, voidInvoice } from './payments.js';
import type { Outcome } from './payments.js';
import { readSubscription } from './situation.js';
import type { ChangeDeps, Situation } from './situation.js';

/** The latest invoice of a subscription, which was read with it. */
export const latestInvoiceOf = ({ latest_invoice: latest }: Stripe.Subscription): Stripe.Invoice | null =>
  typeof latest === 'object' ? latest : null;

/** Ends a subscription whose first payment was not made. It never gave anything, so nothing is given back. */
export async function endUnpaid(deps: ChangeDeps, subscription: Stripe.Subscription): Promise<void> {
  const { id } = subscription;
  await deps.billing.stripe.write(`${id}:end`, (sdk, once) => sdk.subscriptions.cancel(id, {}, once));
  const invoice = latestInvoiceOf(await readSubscription(deps, id));
  if (invoice?.status === 'open') await voidInvoice(deps, invoice.id);
}

/** Gives up a change that waits for its payment: the plan stays as it is. */
export async function undoPending(deps: ChangeDeps, subscription: Stripe.Subscription): Promise<void> {
  const invoice = latestInvoiceOf(subscription);
  if (subscription.pending_update !== null && invoice?.status === 'open') await voidInvoice(deps, invoice.id);
}

/** Whether items are what somebody asks for. */
function isFor(
  items: readonly Stripe.SubscriptionItem[] | null | undefined,
  price: string,
  { quantity }: Terms,
): boolean {
  return items?.some((item) => item.price.id === price && item.quantity === quantity) ?? false;
}

/**
 * A payment for the very same change that was begun and not finished: somebody pressed twice, or the server crashed in
 * between. Where the payer still has to answer their bank, they are asked the same again. Anything else that waits is
 * given up.
 *
 * @throws GuildhallError `conflict` with `payment_in_progress`, while the bank works on the payment for something else
 */
export async function takeUpWaiting(
  deps: ChangeDeps,
  { row, live }: Situation,
  to: Terms,
  price: string,
): Promise<Outcome | null> {
  if (row.subscriptionId === null) return null;
  const subscription = live?.subscription ?? (await readSubscription(deps, row.subscriptionId));
  const items = isLive(subscription) ? subscription.pending_update?.subscription_items : subscription.items.data;
  if (!items) return null;
  const invoice = latestInvoiceOf(subscription);
  const outcome = invoice?.status === 'open' ? await outcomeOf(deps, invoice) : null;
  const isSame = isFor(items, price, to);
  if (outcome?.status === 'processing' && !isSame) refuse({ code: 'conflict', reason: 'payment_in_progress' });
  if (outcome?.status === 'processing' || (outcome?.status === 'requires_action' && isSame)) return outcome;
  await (isLive(subscription) ? undoPending(deps, subscription) : endUnpaid(deps, subscription));
  return null;
}
