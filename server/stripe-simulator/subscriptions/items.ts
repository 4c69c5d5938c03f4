import type Stripe from 'stripe';
import type { Period, Recurring } from '../billing/periods.js';
import { isSameInterval } from '../billing/periods.js';
import { invalid, missing } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';

/** An item of a subscription as it is held. */
export type Item = Wire<Stripe.SubscriptionItem>;
type Price = Wire<Stripe.Price>;

/** A change of one item: of the one with this id, or a new one. */
export interface ItemChange {
  id?: string | undefined;
  price?: string | undefined;
  quantity?: number | undefined;
  deleted?: boolean | undefined;
  metadata?: { [key: string]: string } | null | undefined;
}

/** How often a subscription's price is billed. */
export function recurringOf(price: Price): Recurring {
  if (!price.recurring)
    throw invalid(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      'items[0][price]',
    );
  return { interval: price.recurring.interval, interval_count: price.recurring.interval_count };
}

/** The plan that older programs read beside the price. */
function planOf(price: Price): Wire<Stripe.Plan> {
  const { interval, interval_count: count } = recurringOf(price);
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval,
    interval_count: count,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

/** A price that a subscription can have. */
export function usablePrice({ store }: Kernel, id: string | undefined, param: string): Price {
  if (id === undefined) throw invalid(`Missing required param: ${param}.`, param, 'parameter_missing');
  const price = store.prices.find(id, param);
  if (!price.active) {
    throw invalid('The price specified is inactive. This field only accepts active prices.', param);
  }
  recurringOf(price);
  return price;
}

/** A new item, with the period that it is given. */
function newItem(kernel: Kernel, subscription: string, price: Price, change: ItemChange, period: Period): Item {
  return {
    id: kernel.ids.next('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: kernel.clock.now(),
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: patchMetadata({}, change.metadata),
    plan: planOf(price),
    price,
    quantity: change.quantity ?? 1,
    subscription,
    tax_rates: [],
  };
}

function changed(kernel: Kernel, item: Item, change: ItemChange, param: string): Item {
  const price = change.price === undefined ? item.price : usablePrice(kernel, change.price, `${param}[price]`);
  return {
    ...item,
    metadata: patchMetadata(item.metadata, change.metadata),
    plan: planOf(price),
    price,
    quantity: change.quantity ?? item.quantity ?? 1,
  };
}

/** All items are billed together, in one currency, each price once. */
function requireCoherent(items: readonly Item[]): void {
  const [first, ...others] = items;
  if (!first) throw invalid('A subscription must have at least one active plan.', 'items');
  for (const { price } of others) {
    if (price.currency !== first.price.currency) {
      throw invalid('All prices on a subscription must have the same `currency`.', 'items');
    }
    if (!isSameInterval(recurringOf(price), recurringOf(first.price))) {
      throw invalid(
        'The Stripe simulator does not support a subscription with different intervals.',
        'items',
        'simulator_unsupported',
      );
    }
  }
  const prices = new Set(items.map(({ price }) => price.id));
  if (prices.size < items.length) {
    throw invalid('Cannot add multiple subscription items with the same price.', 'items');
  }
}

/** The items as they are after these changes. */
export function changeItems(
  kernel: Kernel,
  subscription: string,
  before: readonly Item[],
  changes: readonly ItemChange[],
  period: Period,
): Item[] {
  let after = [...before];
  for (const [index, change] of changes.entries()) {
    const param = `items[${index}]`;
    if (change.id === undefined) {
      const price = usablePrice(kernel, change.price, `${param}[price]`);
      after.push(newItem(kernel, subscription, price, change, period));
      continue;
    }
    const item = after.find(({ id }) => id === change.id);
    if (!item) throw missing('subscription_item', change.id, `${param}[id]`);
    after = change.deleted
      ? after.filter((each) => each !== item)
      : after.map((each) => (each === item ? changed(kernel, item, change, param) : each));
  }
  requireCoherent(after);
  return after;
}

/** What an item costs for a whole period, in minor units. */
export const costOf = ({ price, quantity }: Item): number => (price.unit_amount ?? 0) * (quantity ?? 1);

/** The items with another period. */
export const inPeriod = (items: readonly Item[], { start, end }: Period): Item[] =>
  items.map((item) => ({ ...item, current_period_start: start, current_period_end: end }));

/** The period that a subscription is in. All of its items share it. */
export function periodOf({ items }: { items: { data: readonly Item[] } }): Period {
  const [item] = items.data;
  return { start: item?.current_period_start ?? 0, end: item?.current_period_end ?? 0 };
}
