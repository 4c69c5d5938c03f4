import type Stripe from 'stripe';
import { DAY } from '../billing/periods.js';
import { invalid } from '../kernel/failure.js';
import type { Family, Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { listOf, shape, text, timestamp } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Wire } from '../kernel/wire.js';
import { periodOf } from '../subscriptions/items.js';

type TestClock = Wire<Stripe.TestHelpers.TestClock>;

const KEPT_DAYS = 30;
const MOST_INTERVALS = 2;

/** As Stripe: at most two intervals of the shortest subscription at once, so that nothing is left out. */
function requireWithinReach({ store }: Kernel, { id, frozen_time: now }: TestClock, until: number): void {
  if (until <= now) throw invalid('The clock can only be advanced to a later time.', 'frozen_time');
  for (const subscription of store.subscriptions.all()) {
    if (subscription.test_clock !== id || subscription.ended_at !== null) continue;
    const { start, end } = periodOf(subscription);
    if (until > now + MOST_INTERVALS * (end - start)) {
      throw invalid('The clock can be advanced by at most two intervals of the shortest subscription.', 'frozen_time');
    }
  }
}

function advance(kernel: Kernel, id: string, until: number): TestClock {
  const { store, clock, events } = kernel;
  const before = store.testClocks.find(id);
  requireWithinReach(kernel, before, until);
  const status_details = { advancing: { target_frozen_time: until } };
  const advancing: TestClock = { ...before, status: 'advancing', status_details };
  events.emit('test_helpers.test_clock.advancing', advancing);
  clock.advanceTo(until, id);
  events.emit('test_helpers.test_clock.ready', store.testClocks.find(id));
  // Stripe answers before it has arrived; whoever asks again is told that it is ready.
  return advancing;
}

function remove(kernel: Kernel, id: string) {
  const { store, events, ports } = kernel;
  const testClock = store.testClocks.find(id);
  for (const customer of store.customers.all()) {
    if (customer.test_clock !== id) continue;
    ports.subscriptions.cancelAll(customer.id);
    store.customers.remove(customer.id);
  }
  events.emit('test_helpers.test_clock.deleted', testClock);
  store.testClocks.remove(id);
  return { id, object: 'test_helpers.test_clock', deleted: true };
}

/** `/v1/test_helpers/test_clocks`. */
export function clocksFamily(kernel: Kernel): Family {
  const { store, ids, clock, events } = kernel;
  const root = '/v1/test_helpers/test_clocks';
  return {
    routes: [
      route({
        method: 'POST',
        path: root,
        params: shape({ frozen_time: timestamp(), name: text().optional() }),
        handle: ({ params }) => {
          const made = store.testClocks.insert({
            id: ids.next('clock'),
            object: 'test_helpers.test_clock',
            created: clock.now(),
            deletes_after: clock.now() + KEPT_DAYS * DAY,
            frozen_time: params.frozen_time,
            livemode: false,
            name: params.name ?? null,
            status: 'ready',
            status_details: {},
          });
          events.emit('test_helpers.test_clock.created', made);
          return made;
        },
      }),
      route({
        method: 'GET',
        path: root,
        params: listOf({}),
        handle: ({ params }) => page(store.testClocks.newest(), params, root),
      }),
      route({
        method: 'GET',
        path: `${root}/:id`,
        params: shape({}),
        handle: ({ path }) => store.testClocks.find(path['id'] ?? ''),
      }),
      route({
        method: 'POST',
        path: `${root}/:id/advance`,
        params: shape({ frozen_time: timestamp() }),
        handle: ({ path, params }) => advance(kernel, path['id'] ?? '', params.frozen_time),
      }),
      route({
        method: 'DELETE',
        path: `${root}/:id`,
        params: shape({}),
        handle: ({ path }) => remove(kernel, path['id'] ?? ''),
      }),
    ],
  };
}
