import type { Family, Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { bool, inRange, list, listOf, oneOf, range, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import { createPrice, newPrice, priceChange, updatePrice } from './prices.js';
import { productRoutes } from './products.js';

const priceList = listOf({
  active: bool().optional(),
  created: range().optional(),
  currency: text().optional(),
  lookup_keys: list(text()).optional(),
  product: text().optional(),
  recurring: shape({
    interval: oneOf('day', 'week', 'month', 'year').optional(),
    usage_type: oneOf('licensed').optional(),
  }).optional(),
  type: oneOf('one_time', 'recurring').optional(),
});

/** `/v1/products` and `/v1/prices`. Prices are per unit. */
export function catalogueFamily(kernel: Kernel): Family {
  const { store } = kernel;
  return {
    routes: [
      ...productRoutes(kernel),
      route({
        method: 'POST',
        path: '/v1/prices',
        params: newPrice,
        handle: ({ params }) => createPrice(kernel, params),
      }),
      route({
        method: 'GET',
        path: '/v1/prices',
        params: priceList,
        handle: ({ params }) => {
          const { active, currency, lookup_keys: keys, product, recurring, type } = params;
          const found = store.prices
            .newest()
            .filter((price) => active === undefined || price.active === active)
            .filter((price) => currency === undefined || price.currency === currency)
            .filter((price) => !keys || (price.lookup_key !== null && keys.includes(price.lookup_key)))
            .filter((price) => product === undefined || price.product === product)
            .filter((price) => !recurring?.interval || price.recurring?.interval === recurring.interval)
            .filter((price) => type === undefined || price.type === type)
            .filter((price) => inRange(price.created, params.created));
          return page(found, params, '/v1/prices');
        },
      }),
      route({
        method: 'GET',
        path: '/v1/prices/:id',
        params: shape({}),
        handle: ({ path }) => store.prices.find(path['id'] ?? ''),
      }),
      route({
        method: 'POST',
        path: '/v1/prices/:id',
        params: priceChange,
        handle: ({ path, params }) => updatePrice(kernel, path['id'] ?? '', params),
      }),
    ],
  };
}
