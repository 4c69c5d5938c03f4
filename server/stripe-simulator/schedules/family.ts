import type { z } from 'zod';
import { testClockOf } from '../kernel/clock.js';
import type { Due } from '../kernel/clock.js';
import { invalid } from '../kernel/failure.js';
import type { Family, Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { bool, inRange, patchMetadata, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import { cancelSubscription } from '../subscriptions/cancel.js';
import { buildPhases, scheduleFrom } from './build.js';
import { newSchedule, scheduleChange, scheduleList } from './params.js';
import {
  applyPhase,
  applyPhaseAt,
  changesToward,
  nextBoundary,
  patchSchedule,
  prorationOf,
  releaseSchedule,
} from './phases.js';
import type { Schedule } from './phases.js';

function requireActive(schedule: Schedule, what: string): Schedule {
  if (schedule.status === 'active') return schedule;
  throw invalid(`You cannot ${what} a subscription schedule that is currently in the \`${schedule.status}\` status.`);
}

function createSchedule(kernel: Kernel, params: z.output<typeof newSchedule>): Schedule {
  const { store, events } = kernel;
  const subscription = store.subscriptions.find(params.from_subscription, 'from_subscription');
  if (subscription.schedule !== null) {
    throw invalid('The subscription is already attached to a schedule.', 'from_subscription');
  }
  if (!['active', 'trialing', 'past_due'].includes(subscription.status)) {
    throw invalid(`You cannot schedule a subscription that is \`${subscription.status}\`.`, 'from_subscription');
  }
  const schedule = store.schedules.insert({
    ...scheduleFrom(kernel, subscription),
    metadata: patchMetadata({}, params.metadata),
  });
  store.subscriptions.update(subscription.id, { schedule: schedule.id });
  events.emit('subscription_schedule.created', schedule);
  return schedule;
}

function updateSchedule(kernel: Kernel, id: string, params: z.output<typeof scheduleChange>): Schedule {
  const { store } = kernel;
  const schedule = requireActive(store.schedules.find(id), 'update');
  const phases = params.phases ? buildPhases(kernel, schedule, params.phases) : schedule.phases;
  const current = phases.find(({ start_date: start }) => start === schedule.current_phase?.start_date);
  const updated = patchSchedule(kernel, id, {
    phases,
    current_phase: current ? { start_date: current.start_date, end_date: current.end_date } : null,
    end_behavior: params.end_behavior ?? schedule.end_behavior,
    metadata: patchMetadata(schedule.metadata ?? {}, params.metadata),
  });
  const subscription = store.subscriptions.get(schedule.subscription ?? '');
  if (subscription && current && params.phases) {
    const items = subscription.items.data;
    const isSame = changesToward(items, current).every(({ id: item, price, quantity, deleted }) =>
      items.some(
        (each) =>
          !deleted && each.id === item && each.quantity === quantity && each.price.id === (price ?? each.price.id),
      ),
    );
    if (!isSame)
      applyPhase(kernel, subscription, current, prorationOf(params.proration_behavior ?? 'create_prorations'));
  }
  return updated;
}

/** The next phase of a schedule of this clock's. */
function nextOfSchedules(kernel: Kernel, testClock: string | null): Due | null {
  let next: Due | null = null;
  for (const schedule of kernel.store.schedules.all()) {
    const at = nextBoundary(schedule);
    if (at === null || (next && next.at <= at) || testClockOf(kernel.store, schedule) !== testClock) continue;
    next = { at, testClock, run: () => applyPhaseAt(kernel, schedule.id, at) };
  }
  return next;
}

/** `/v1/subscription_schedules`: changes that wait, such as going down at the end of the period. */
export function schedulesFamily(kernel: Kernel): Family {
  const { store, clock } = kernel;
  const root = '/v1/subscription_schedules';
  const id = (path: { [name: string]: string }) => path['id'] ?? '';
  clock.addSource((testClock) => nextOfSchedules(kernel, testClock));
  return {
    routes: [
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
        handle: ({ path }) => store.schedules.find(id(path)),
      }),
      route({
        method: 'POST',
        path: `${root}/:id`,
        params: scheduleChange,
        handle: ({ path, params }) => updateSchedule(kernel, id(path), params),
      }),
      route({
        method: 'POST',
        path: `${root}/:id/release`,
        params: shape({ preserve_cancel_date: bool().optional() }),
        handle: ({ path }) => {
          requireActive(store.schedules.find(id(path)), 'release');
          return releaseSchedule(kernel, id(path));
        },
      }),
      route({
        method: 'POST',
        path: `${root}/:id/cancel`,
        params: shape({ invoice_now: bool().optional(), prorate: bool().optional() }),
        handle: ({ path, params }) => {
          const { subscription } = requireActive(store.schedules.find(id(path)), 'cancel');
          cancelSubscription(kernel, subscription ?? '', {
            reason: 'cancellation_requested',
            prorate: params.prorate ?? true,
            invoiceNow: params.invoice_now ?? true,
          });
          return store.schedules.find(id(path));
        },
      }),
    ],
  };
}
