import type Stripe from 'stripe';
import type { z } from 'zod';
import type { newItem } from '../invoices/params.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import { createInvoiceItem } from './create.js';

type Params = Omit<z.output<typeof newItem>, 'invoice'>;

/** What it costs, by the amount or by the unit. */
function costOf(params: Params, price: Wire<Stripe.Price> | null): { amount: number; quantity: number; unit: number } {
  const { amount, quantity = 1, unit_amount_decimal: unit = price?.unit_amount ?? undefined } = params;
  if (amount !== undefined && unit !== undefined) {
    throw invalid('You may only specify one of `amount` and a price or unit amount.', 'amount');
  }
  if (amount !== undefined) return { amount, quantity: 1, unit: amount };
  if (unit === undefined) throw invalid('Missing required param: amount.', 'amount', 'parameter_missing');
  return { amount: unit * quantity, quantity, unit };
}

/** Makes an invoice item as a request describes it. */
export function chargeItem(kernel: Kernel, params: Params): Wire<Stripe.InvoiceItem> {
  const { store, clock } = kernel;
  const customer = store.customers.find(params.customer, 'customer');
  const price = params.pricing ? store.prices.find(params.pricing.price, 'pricing[price]') : null;
  if (price?.recurring) {
    throw invalid(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      'pricing[price]',
    );
  }
  const subscription =
    params.subscription === undefined ? null : store.subscriptions.find(params.subscription, 'subscription');
  if (subscription && subscription.customer !== customer.id) {
    throw invalid(`Customer ${customer.id} does not have a subscription with ID ${subscription.id}`, 'subscription');
  }
  const currency = params.currency ?? price?.currency ?? subscription?.currency ?? customer.currency;
  if (!currency) throw invalid('Missing required param: currency.', 'currency', 'parameter_missing');
  const { amount, quantity, unit } = costOf(params, price);
  const now = clock.timeOf(customer);
  return createInvoiceItem(kernel, {
    customer: customer.id,
    amount,
    currency,
    description: params.description ?? (price ? (store.products.get(price.product)?.name ?? null) : null),
    period: params.period ?? { start: now, end: now },
    price,
    quantity,
    unitAmount: String(unit),
    proration: false,
    subscription: subscription?.id ?? null,
    subscriptionItem: null,
    metadata: patchMetadata({}, params.metadata),
  });
}
