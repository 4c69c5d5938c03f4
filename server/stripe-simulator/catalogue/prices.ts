import type Stripe from 'stripe';
import type { z } from 'zod';
import { change, sent } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { bool, int, metadata, notSupported, oneOf, patchMetadata, shape, text } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import { createProduct, productFields } from './products.js';

type Price = Wire<Stripe.Price>;

const INTERVALS = ['day', 'week', 'month', 'year'] as const;
const LONGEST_YEARS = 3;

const recurringFields = shape({
  interval: oneOf(...INTERVALS),
  interval_count: int(1, LONGEST_YEARS * 365).optional(),
  usage_type: oneOf('licensed').optional(),
  meter: notSupported('meters'),
  trial_period_days: notSupported('trials of prices'),
});

/** The parameters of a new price. */
export const newPrice = shape({
  currency: text().toLowerCase(),
  active: bool().optional(),
  billing_scheme: oneOf('per_unit').optional(),
  lookup_key: text().optional(),
  transfer_lookup_key: bool().optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  product: text().optional(),
  product_data: shape(productFields).optional(),
  recurring: recurringFields.optional(),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified').optional(),
  unit_amount: int(0),
  unit_amount_decimal: notSupported('fractions of minor units'),
  currency_options: notSupported('prices in several currencies'),
  custom_unit_amount: notSupported('amounts chosen by the customer'),
  tiers: notSupported('tiers'),
  tiers_mode: notSupported('tiers'),
  transform_quantity: notSupported('transformed quantities'),
});

/** Gives a lookup key to one price alone: another that has it loses it, or is a reason to refuse. */
function claimLookupKey(
  { store }: Kernel,
  key: string | undefined,
  transfer: boolean | undefined,
  owner?: string,
): void {
  const holder = key === undefined ? undefined : store.prices.all().find((price) => price.lookup_key === key);
  if (!holder || holder.id === owner) return;
  if (!transfer) {
    throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, 'lookup_key', 'resource_already_exists');
  }
  store.prices.update(holder.id, { lookup_key: null });
}

/** Makes a price, and its product when that is described rather than named. */
export function createPrice(kernel: Kernel, params: z.output<typeof newPrice>): Price {
  const { store, ids, clock, events } = kernel;
  const { recurring, product, product_data: described } = params;
  if ((product === undefined) === (described === undefined)) {
    throw invalid('You must specify exactly one of `product` and `product_data`.', 'product', 'parameter_missing');
  }
  if (!/^[a-z]{3}$/.test(params.currency)) throw invalid(`Invalid currency: ${params.currency}.`, 'currency');
  if (product !== undefined) store.products.find(product, 'product');
  claimLookupKey(kernel, params.lookup_key, params.transfer_lookup_key);
  const price = store.prices.insert({
    id: ids.next('price'),
    object: 'price',
    active: params.active ?? true,
    billing_scheme: 'per_unit',
    created: clock.now(),
    currency: params.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: patchMetadata({}, params.metadata),
    nickname: params.nickname ?? null,
    product: product ?? createProduct(kernel, described ?? { name: '' }).id,
    recurring: recurring
      ? {
          interval: recurring.interval,
          interval_count: recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: params.unit_amount,
    unit_amount_decimal: String(params.unit_amount),
  });
  events.emit('price.created', price);
  return price;
}

/** The parameters of a change of a price. Its amount cannot be changed. */
export const priceChange = shape({
  active: bool().optional(),
  lookup_key: text().optional(),
  transfer_lookup_key: bool().optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified').optional(),
  currency_options: notSupported('prices in several currencies'),
});

/** Changes what of a price can be changed. */
export function updatePrice(kernel: Kernel, id: string, params: z.output<typeof priceChange>): Price {
  const price = kernel.store.prices.find(id);
  const { metadata: patch, transfer_lookup_key: transfer, ...fields } = params;
  claimLookupKey(kernel, params.lookup_key, transfer, id);
  const changed = change(kernel, kernel.store.prices, 'price.updated', id, {
    ...sent(fields),
    metadata: patchMetadata(price.metadata, patch),
  });
  showInItems(kernel, changed);
  return changed;
}

/** Items show their price as it is now, not as it was when it was chosen. */
function showInItems({ store: { subscriptions } }: Kernel, price: Price): void {
  for (const { id, items } of subscriptions.all()) {
    if (!items.data.some((item) => item.price.id === price.id)) continue;
    const data = items.data.map((item) => (item.price.id === price.id ? { ...item, price } : item));
    subscriptions.update(id, { items: { ...items, data } });
  }
}
