import type { Stripe } from '../stripe/types.js';
import type { StripeApi } from '../stripe/api.js';
import { isRefusal } from '../stripe/errors.js';
import { isLive } from '../stripe/fetch.js';

/** What Stripe says of a customer that is there. */
export interface PresentCustomer {
  readonly id: string;
  /** `metadata.workspace_id`. */
  readonly workspaceId: string | null;
  readonly defaultPaymentMethod: string | null;
  /** What it pays for, the oldest first. */
  readonly live: readonly Stripe.Subscription[];
}

/** What Stripe says of a customer. `missing`: it never had it, so the key is of another account or mode. */
export type FoundCustomer = PresentCustomer | 'deleted' | 'missing';

const idOf = (thing: string | { id: string } | null) => (typeof thing === 'string' ? thing : (thing?.id ?? null));

/** Asks for a customer, and what it pays for. */
export async function findCustomer(stripe: StripeApi, id: string): Promise<FoundCustomer> {
  try {
    const customer = await stripe.read((sdk) => sdk.customers.retrieve(id));
    if (customer.deleted) return 'deleted';
    const all = await stripe.read((sdk) => sdk.subscriptions.list({ customer: id, limit: 100 }));
    return {
      id,
      workspaceId: customer.metadata['workspace_id'] ?? null,
      defaultPaymentMethod: idOf(customer.invoice_settings.default_payment_method),
      live: all.data.filter(isLive).toSorted((a, b) => a.created - b.created),
    };
  } catch (error) {
    if (isRefusal(error, 'resource_missing')) return 'missing';
    throw error;
  }
}

/** Whether a customer pays for something. */
export async function isPaying(stripe: StripeApi, id: string): Promise<boolean> {
  const customer = await findCustomer(stripe, id);
  return typeof customer === 'object' && customer.live.length > 0;
}

/**
 * What an account would lose with its customer, in words: a plan, a way to pay, a balance. Null where there is nothing,
 * as with a customer that was only made for a form that nobody filled in.
 */
export async function findHoldings(stripe: StripeApi, id: string): Promise<string | null> {
  const customer = await stripe
    .read((sdk) => sdk.customers.retrieve(id))
    .catch((error: unknown) => {
      if (isRefusal(error, 'resource_missing')) return null;
      throw error;
    });
  if (!customer || customer.deleted) return null;
  const all = await stripe.read((sdk) => sdk.subscriptions.list({ customer: id, limit: 100 }));
  if (all.data.some((subscription) => isLive(subscription) || subscription.status === 'incomplete'))
    return 'a subscription';
  const methods = await stripe.read((sdk) => sdk.paymentMethods.list({ customer: id, limit: 1 }));
  if (methods.data.length > 0) return 'a payment method';
  const items = await stripe.read((sdk) => sdk.invoiceItems.list({ customer: id, pending: true, limit: 1 }));
  return customer.balance !== 0 || items.data.length > 0 ? 'a balance' : null;
}
