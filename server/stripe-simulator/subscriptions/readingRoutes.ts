import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { inRange, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { periodOf } from './items.js';
import { subscriptionList } from './params.js';

const ENDED = ['canceled', 'incomplete_expired'];

/** Without a status, a list leaves out what has ended. */
function hasStatus(status: string, wanted: string | undefined): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'ended') return ENDED.includes(status);
  return wanted === undefined ? status !== 'canceled' : status === wanted;
}

/** Reading subscriptions: one, and lists. */
export function readingRoutes({ store }: Kernel): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/subscriptions',
      params: subscriptionList,
      handle: ({ params }) => {
        const found = store.subscriptions
          .newest()
          .filter(({ customer }) => params.customer === undefined || customer === params.customer)
          .filter(({ status }) => hasStatus(status, params.status))
          .filter(
            ({ items }) => params.price === undefined || items.data.some(({ price }) => price.id === params.price),
          )
          .filter(({ test_clock: clock }) => params.test_clock === undefined || clock === params.test_clock)
          .filter(({ created }) => inRange(created, params.created))
          .filter((each) => inRange(periodOf(each).end, params.current_period_end))
          .filter((each) => inRange(periodOf(each).start, params.current_period_start));
        return page(found, params, '/v1/subscriptions');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/subscriptions/:id',
      params: shape({}),
      handle: ({ path }) => store.subscriptions.find(path['id'] ?? ''),
    }),
  ];
}
