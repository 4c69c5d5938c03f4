import { missing } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { bool, int, listOf, metadata, notSupported, oneOf, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import type { PaymentBehavior } from './create.js';
import type { Item, ItemChange } from './items.js';
import { prorationFields } from './params.js';
import type { ProrationBehavior } from './plan.js';
import { updateSubscription } from './update.js';

const billing = {
  ...prorationFields,
  payment_behavior: oneOf(
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ).optional(),
};

const itemFields = {
  ...billing,
  price: text().optional(),
  quantity: int(0).optional(),
  metadata: metadata().optional(),
  off_session: bool().optional(),
  billing_thresholds: notSupported('billing thresholds'),
  current_trial: notSupported('trial offers'),
  discounts: notSupported('discounts'),
  plan: notSupported('plans; use prices'),
  price_data: notSupported('inline prices'),
  tax_rates: notSupported('tax rates'),
};

interface Terms {
  payment_behavior?: PaymentBehavior | undefined;
  proration_behavior?: ProrationBehavior | undefined;
  proration_date?: number | undefined;
  off_session?: boolean | undefined;
}

/** `/v1/subscription_items`: the same changes as an update of the subscription makes. */
export function itemRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  const find = (id: string): Item => {
    const items = store.subscriptions.all().flatMap((subscription) => subscription.items.data);
    const item = items.find((each) => each.id === id);
    if (!item) throw missing('subscription_item', id);
    return item;
  };
  const change = (subscription: string, items: ItemChange[], terms: Terms) =>
    updateSubscription(kernel, subscription, {
      billing: {
        items,
        proration: terms.proration_behavior ?? 'create_prorations',
        prorationDate: terms.proration_date,
      },
      behavior: terms.payment_behavior ?? 'allow_incomplete',
      offSession: terms.off_session ?? false,
      fields: {},
    });
  return [
    route({
      method: 'POST',
      path: '/v1/subscription_items',
      params: shape({ ...itemFields, subscription: text(), price: text() }),
      handle: ({ params }) => {
        const { subscription, price, quantity, metadata: given } = params;
        store.subscriptions.find(subscription, 'subscription');
        const after = change(subscription, [{ price, quantity, metadata: given }], params);
        return after.items.data.at(-1);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/subscription_items',
      params: listOf({ subscription: text() }),
      handle: ({ params }) => {
        const { items } = store.subscriptions.find(params.subscription, 'subscription');
        return page(items.data, params, '/v1/subscription_items');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/subscription_items/:id',
      params: shape({}),
      handle: ({ path }) => find(path['id'] ?? ''),
    }),
    route({
      method: 'POST',
      path: '/v1/subscription_items/:id',
      params: shape(itemFields),
      handle: ({ path, params }) => {
        const { id, subscription } = find(path['id'] ?? '');
        const { price, quantity, metadata: given } = params;
        change(subscription, [{ id, price, quantity, metadata: given }], params);
        return find(id);
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/subscription_items/:id',
      params: shape({ ...billing, clear_usage: notSupported('metered prices') }),
      handle: ({ path, params }) => {
        const { id, subscription } = find(path['id'] ?? '');
        change(subscription, [{ id, deleted: true }], params);
        return { id, object: 'subscription_item', deleted: true };
      },
    }),
  ];
}
