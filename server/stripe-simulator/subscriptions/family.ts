import type { Family, Kernel } from '../kernel/kernel.js';
import { nextOfSubscriptions } from './due.js';
import { itemRoutes } from './itemRoutes.js';
import { subscriptionsPort } from './port.js';
import { subscriptionRoutes } from './routes.js';

/** `/v1/subscriptions` and `/v1/subscription_items`, and what time does to them. */
export function subscriptionsFamily(kernel: Kernel): Family {
  kernel.provide({ subscriptions: subscriptionsPort(kernel) });
  kernel.clock.addSource((testClock) => nextOfSubscriptions(kernel, testClock));
  return { routes: [...subscriptionRoutes(kernel), ...itemRoutes(kernel)] };
}
