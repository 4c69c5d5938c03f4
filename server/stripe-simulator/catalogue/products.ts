import type Stripe from 'stripe';
import { change, sent } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import {
  bool,
  clearable,
  inRange,
  list,
  listOf,
  metadata,
  notSupported,
  patchMetadata,
  range,
  shape,
  text,
} from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import type { Wire } from '../kernel/wire.js';

type Product = Wire<Stripe.Product>;

const described = {
  active: bool().optional(),
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
  statement_descriptor: text().optional(),
  unit_label: clearable(text()).optional(),
  url: clearable(text()).optional(),
  images: notSupported('images of products'),
  marketing_features: notSupported('marketing features'),
  package_dimensions: notSupported('package dimensions'),
  shippable: notSupported('shippable products'),
  tax_code: notSupported('tax codes'),
  tax_details: notSupported('tax details'),
};

/** What a product is made from, as a parameter and as a price's `product_data`. */
export const productFields = {
  id: text().optional(),
  name: text(),
  ...described,
  type: notSupported('types of products'),
};

/** What `createProduct` needs. */
export interface NewProduct {
  id?: string | undefined;
  name: string;
  active?: boolean | undefined;
  description?: string | null | undefined;
  metadata?: { [key: string]: string } | null | undefined;
  statement_descriptor?: string | undefined;
  unit_label?: string | null | undefined;
  url?: string | null | undefined;
}

/** Makes a product. */
export function createProduct({ store, ids, clock, events }: Kernel, given: NewProduct): Product {
  const id = given.id ?? ids.next('prod');
  if (store.products.get(id)) {
    throw invalid(`Product already exists with ID: ${id}`, 'id', 'resource_already_exists');
  }
  const product = store.products.insert({
    id,
    object: 'product',
    active: given.active ?? true,
    created: clock.now(),
    default_price: null,
    description: given.description ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: patchMetadata({}, given.metadata),
    name: given.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: given.statement_descriptor ?? null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: given.unit_label ?? null,
    updated: clock.now(),
    url: given.url ?? null,
  });
  events.emit('product.created', product);
  return product;
}

/** `/v1/products`. */
export function productRoutes(kernel: Kernel): Route[] {
  const { store, clock } = kernel;
  return [
    route({
      method: 'POST',
      path: '/v1/products',
      params: shape({ ...productFields, default_price_data: notSupported('default prices made with the product') }),
      handle: ({ params }) => createProduct(kernel, params),
    }),
    route({
      method: 'GET',
      path: '/v1/products',
      params: listOf({
        active: bool().optional(),
        created: range().optional(),
        ids: list(text()).optional(),
        url: text().optional(),
      }),
      handle: ({ params }) => {
        const found = store.products
          .newest()
          .filter(({ active }) => params.active === undefined || active === params.active)
          .filter(({ id }) => !params.ids || params.ids.includes(id))
          .filter(({ url }) => params.url === undefined || url === params.url)
          .filter(({ created }) => inRange(created, params.created));
        return page(found, params, '/v1/products');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/products/:id',
      params: shape({}),
      handle: ({ path }) => store.products.find(path['id'] ?? ''),
    }),
    route({
      method: 'POST',
      path: '/v1/products/:id',
      params: shape({ name: text().optional(), default_price: text().optional(), ...described }),
      handle: ({ path, params }) => {
        const product = store.products.find(path['id'] ?? '');
        if (params.default_price !== undefined) store.prices.find(params.default_price, 'default_price');
        const { metadata: patch, ...fields } = params;
        return change(kernel, store.products, 'product.updated', product.id, {
          ...sent(fields),
          metadata: patchMetadata(product.metadata, patch),
          updated: clock.now(),
        });
      },
    }),
  ];
}
