import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { inRange, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { createCustomer, deleteCustomer, updateCustomer } from './customer.js';
import { customerChange, customerList, newCustomer } from './params.js';

/** `/v1/customers`. */
export function customerRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  return [
    route({
      method: 'POST',
      path: '/v1/customers',
      params: newCustomer,
      handle: ({ params }) => createCustomer(kernel, params),
    }),
    route({
      method: 'GET',
      path: '/v1/customers',
      params: customerList,
      handle: ({ params }) => {
        const found = store.customers
          .newest()
          .filter(({ email }) => params.email === undefined || email === params.email)
          .filter(({ test_clock: clockId }) => (clockId ?? undefined) === params.test_clock)
          .filter(({ created }) => inRange(created, params.created));
        return page(found, params, '/v1/customers');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/customers/:id',
      params: shape({}),
      handle: ({ path: { id = '' } }) =>
        store.customers.isRemoved(id) ? { id, object: 'customer', deleted: true } : store.customers.find(id),
    }),
    route({
      method: 'POST',
      path: '/v1/customers/:id',
      params: customerChange,
      handle: ({ path, params }) => updateCustomer(kernel, path['id'] ?? '', params),
    }),
    route({
      method: 'DELETE',
      path: '/v1/customers/:id',
      params: shape({}),
      handle: ({ path }) => deleteCustomer(kernel, path['id'] ?? ''),
    }),
  ];
}
