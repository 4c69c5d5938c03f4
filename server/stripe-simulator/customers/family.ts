import type { Family, Kernel } from '../kernel/kernel.js';
import { page, whole } from '../kernel/list.js';
import { inRange, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import { balanceRoutes } from './balance.js';
import { createCustomer, updateCustomer } from './customer.js';
import { customerChange, customerList, newCustomer } from './params.js';
import { taxIdRoutes } from './taxIdRoutes.js';
import { nextVerification } from './taxIds.js';

/** `/v1/customers` and their tax ids. */
export function customersFamily(kernel: Kernel): Family {
  const { store, clock, events } = kernel;
  clock.addSource((testClock) => nextVerification(kernel, testClock));
  kernel.includable('customer', 'tax_ids', ({ id }) =>
    whole(
      store.taxIds.newest().filter(({ customer }) => customer === id),
      `/v1/customers/${id}/tax_ids`,
    ),
  );
  kernel.includable('customer', 'subscriptions', ({ id }) =>
    whole(
      store.subscriptions.newest().filter(({ customer, status }) => customer === id && status !== 'canceled'),
      `/v1/customers/${id}/subscriptions`,
    ),
  );

  return {
    routes: [
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
        handle: ({ path }) => {
          const customer = store.customers.find(path['id'] ?? '');
          kernel.ports.subscriptions.cancelAll(customer.id);
          for (const method of store.paymentMethods.all()) {
            if (method.customer === customer.id) store.paymentMethods.update(method.id, { customer: null });
          }
          store.customers.remove(customer.id);
          events.emit('customer.deleted', customer);
          return { id: customer.id, object: 'customer', deleted: true };
        },
      }),
      ...taxIdRoutes(kernel),
      ...balanceRoutes(kernel),
    ],
  };
}
