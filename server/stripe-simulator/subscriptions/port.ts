import type Stripe from 'stripe';
import type { Kernel } from '../kernel/kernel.js';
import type { SubscriptionsPort } from '../kernel/ports.js';
import type { Wire } from '../kernel/wire.js';
import { patchSubscription } from './bill.js';
import { cancelSubscription } from './cancel.js';
import type { Subscription } from './plan.js';
import { dropPendingUpdate } from './update.js';

type Invoice = Wire<Stripe.Invoice>;

/** Whether something else of the subscription is still to be paid. */
const owes = ({ store }: Kernel, subscription: string): boolean =>
  store.invoices
    .all()
    .some(({ status, parent }) => status === 'open' && parent?.subscription_details?.subscription === subscription);

/** What becomes of a subscription when its invoices are paid, or not. */
export function subscriptionsPort(kernel: Kernel): SubscriptionsPort {
  const { store, events } = kernel;

  const subscriptionOf = (invoice: Invoice): Subscription | undefined => {
    const id = invoice.parent?.subscription_details?.subscription;
    return id === undefined ? undefined : store.subscriptions.get(id);
  };

  function applyPending(id: string): void {
    const waiting = store.pendingUpdates.get(id);
    if (!waiting) return;
    store.pendingUpdates.remove(id);
    const applied = patchSubscription(kernel, id, { ...waiting.patch, pending_update: null });
    events.emit('customer.subscription.pending_update_applied', applied);
  }

  return {
    invoicePaid(invoice) {
      const subscription = subscriptionOf(invoice);
      if (!subscription) return;
      const { id, status } = subscription;
      if (store.pendingUpdates.get(id)?.invoice === invoice.id) applyPending(id);
      const begins = status === 'incomplete' && invoice.billing_reason === 'subscription_create';
      const recovers = (status === 'past_due' || status === 'unpaid') && !owes(kernel, id);
      if (begins || recovers) patchSubscription(kernel, id, { status: 'active' });
    },
    paymentFailed(invoice) {
      const subscription = subscriptionOf(invoice);
      if (subscription?.status !== 'active' && subscription?.status !== 'trialing') return;
      if (invoice.billing_reason === 'subscription_create') return;
      // A change that waits for its payment leaves the subscription as it was.
      if (store.pendingUpdates.get(subscription.id)?.invoice === invoice.id) return;
      patchSubscription(kernel, subscription.id, { status: 'past_due' });
    },
    retriesEnded(invoice) {
      const subscription = subscriptionOf(invoice);
      if (subscription?.status !== 'past_due') return;
      const { afterwards } = kernel.dunning;
      if (afterwards === 'canceled') cancelSubscription(kernel, subscription.id, { reason: 'payment_failed' });
      else patchSubscription(kernel, subscription.id, { status: afterwards });
    },
    invoiceVoided(invoice) {
      const subscription = subscriptionOf(invoice);
      if (!subscription) return;
      const { id, status } = subscription;
      if (store.pendingUpdates.get(id)?.invoice === invoice.id) dropPendingUpdate(kernel, id);
      if ((status === 'past_due' || status === 'unpaid') && !owes(kernel, id)) {
        patchSubscription(kernel, id, { status: 'active' });
      }
    },
    cancelAll(customer) {
      for (const { id, customer: of, status } of store.subscriptions.all()) {
        if (of !== customer || status === 'canceled' || status === 'incomplete_expired') continue;
        cancelSubscription(kernel, id, { reason: 'cancellation_requested' });
      }
    },
  };
}
