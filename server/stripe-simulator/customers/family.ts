import type { Family, Kernel } from '../kernel/kernel.js';
import { whole } from '../kernel/list.js';
import { balanceRoutes } from './balance.js';
import { customerRoutes } from './routes.js';
import { taxIdRoutes } from './taxIdRoutes.js';
import { nextVerification } from './taxIds.js';

/** `/v1/customers` and their tax ids. */
export function customersFamily(kernel: Kernel): Family {
  const { store, clock } = kernel;
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

  return { routes: [...customerRoutes(kernel), ...taxIdRoutes(kernel), ...balanceRoutes(kernel)] };
}
