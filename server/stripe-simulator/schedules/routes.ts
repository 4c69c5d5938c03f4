import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { bool, inRange, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { cancelSubscription } from '../subscriptions/cancel.js';
import { createSchedule, requireActive, updateSchedule } from './change.js';
import { newSchedule, scheduleChange, scheduleList } from './params.js';
import { releaseSchedule } from './phases.js';

const root = '/v1/subscription_schedules';
const idOf = (path: { [name: string]: string }) => path['id'] ?? '';

/** `/v1/subscription_schedules`. */
export function scheduleRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  return [
    route({
      method: 'POST',
      path: root,
      params: newSchedule,
      handle: ({ params }) => createSchedule(kernel, params),
    }),
    route({
      method: 'GET',
      path: root,
      params: scheduleList,
      handle: ({ params }) => {
        const found = store.schedules
          .newest()
          .filter(({ customer }) => params.customer === undefined || customer === params.customer)
          .filter(({ status }) => !params.scheduled || status === 'not_started')
          .filter(({ created }) => inRange(created, params.created));
        return page(found, params, root);
      },
    }),
    route({
      method: 'GET',
      path: `${root}/:id`,
      params: shape({}),
      handle: ({ path }) => store.schedules.find(idOf(path)),
    }),
    route({
      method: 'POST',
      path: `${root}/:id`,
      params: scheduleChange,
      handle: ({ path, params }) => updateSchedule(kernel, idOf(path), params),
    }),
    route({
      method: 'POST',
      path: `${root}/:id/release`,
      params: shape({ preserve_cancel_date: bool().optional() }),
      handle: ({ path }) => {
        requireActive(store.schedules.find(idOf(path)), 'release');
        return releaseSchedule(kernel, idOf(path));
      },
    }),
    route({
      method: 'POST',
      path: `${root}/:id/cancel`,
      params: shape({ invoice_now: bool().optional(), prorate: bool().optional() }),
      handle: ({ path, params }) => {
        const { subscription } = requireActive(store.schedules.find(idOf(path)), 'cancel');
        cancelSubscription(kernel, subscription ?? '', {
          reason: 'cancellation_requested',
          prorate: params.prorate ?? true,
          invoiceNow: params.invoice_now ?? true,
        });
        return store.schedules.find(idOf(path));
      },
    }),
  ];
}
