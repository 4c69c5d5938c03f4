import { missing } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { listOf, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { newTaxId } from './params.js';
import { createTaxId } from './taxIds.js';

/** `/v1/customers/:customer/tax_ids`. */
export function taxIdRoutes(kernel: Kernel): Route[] {
  const { store, events } = kernel;
  const path = '/v1/customers/:customer/tax_ids';
  const find = (names: { [name: string]: string }) => {
    store.customers.find(names['customer'] ?? '');
    const taxId = store.taxIds.get(names['id'] ?? '');
    if (taxId?.customer !== names['customer'] || !taxId) throw missing('tax_id', names['id'] ?? '');
    return taxId;
  };
  return [
    route({
      method: 'POST',
      path,
      params: newTaxId,
      handle: ({ path: names, params }) => createTaxId(kernel, names['customer'] ?? '', params.type, params.value),
    }),
    route({
      method: 'GET',
      path,
      params: listOf({}),
      handle: ({ path: names, params }) => {
        const { id } = store.customers.find(names['customer'] ?? '');
        const found = store.taxIds.newest().filter(({ customer }) => customer === id);
        return page(found, params, `/v1/customers/${id}/tax_ids`);
      },
    }),
    route({ method: 'GET', path: `${path}/:id`, params: shape({}), handle: ({ path: names }) => find(names) }),
    route({
      method: 'DELETE',
      path: `${path}/:id`,
      params: shape({}),
      handle: ({ path: names }) => {
        const taxId = find(names);
        store.taxIds.remove(taxId.id);
        events.emit('customer.tax_id.deleted', taxId);
        return { id: taxId.id, object: 'tax_id', deleted: true };
      },
    }),
  ];
}
