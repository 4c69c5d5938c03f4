import { invalid, missing } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { listOf, oneOf, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { createMethod } from './method.js';
import { attachMethod, detachMethod, updateMethod } from './methods.js';
import { methodChange, methodData } from './params.js';

const filters = {
  type: oneOf('card', 'link', 'sepa_debit', 'us_bank_account').optional(),
  allow_redisplay: text().optional(),
};

/** Payment methods, and those of a customer. */
export function methodRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  const idOf = (path: { [name: string]: string }) => path['id'] ?? '';
  const of = (customer: string, type: string | undefined) =>
    store.paymentMethods
      .newest()
      .filter((method) => method.customer === customer && (type === undefined || method.type === type));
  return [
    route({
      method: 'POST',
      path: '/v1/payment_methods',
      publishable: true,
      params: methodData(),
      handle: ({ params, key }) => createMethod(kernel, params, key.kind),
    }),
    route({
      method: 'GET',
      path: '/v1/payment_methods',
      params: listOf({ ...filters, customer: text().optional() }),
      handle({ params }) {
        if (params.customer === undefined)
          throw invalid('Missing required param: customer.', 'customer', 'parameter_missing');
        store.customers.find(params.customer, 'customer');
        return page(of(params.customer, params.type), params, '/v1/payment_methods');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/payment_methods/:id',
      params: shape({}),
      handle: ({ path }) => store.paymentMethods.find(idOf(path)),
    }),
    route({
      method: 'POST',
      path: '/v1/payment_methods/:id',
      params: methodChange(),
      handle: ({ path, params }) => updateMethod(kernel, idOf(path), params),
    }),
    route({
      method: 'POST',
      path: '/v1/payment_methods/:id/attach',
      params: shape({ customer: text() }),
      handle: ({ path, params }) => attachMethod(kernel, idOf(path), params.customer, 'payment_method'),
    }),
    route({
      method: 'POST',
      path: '/v1/payment_methods/:id/detach',
      params: shape({}),
      handle: ({ path }) => detachMethod(kernel, idOf(path)),
    }),
    route({
      method: 'GET',
      path: '/v1/customers/:id/payment_methods',
      params: listOf(filters),
      handle({ path, params }) {
        store.customers.find(idOf(path));
        return page(of(idOf(path), params.type), params, `/v1/customers/${idOf(path)}/payment_methods`);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/customers/:id/payment_methods/:method',
      params: shape({}),
      handle({ path }) {
        const method = store.paymentMethods.get(path['method'] ?? '');
        if (method?.customer !== idOf(path)) throw missing('PaymentMethod', path['method'] ?? '');
        return method;
      },
    }),
  ];
}
