import type { z } from 'zod';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import { buildPhases, scheduleFrom } from './build.js';
import type { newSchedule, scheduleChange } from './params.js';
import { applyPhase, changesToward, patchSchedule, prorationOf } from './phases.js';
import type { Schedule } from './phases.js';

/** Refuses what only a schedule that runs can do. */
export function requireActive(schedule: Schedule, what: string): Schedule {
  if (schedule.status === 'active') return schedule;
  throw invalid(`You cannot ${what} a subscription schedule that is currently in the \`${schedule.status}\` status.`);
}

/** Makes a schedule from a subscription as it is. */
export function createSchedule(kernel: Kernel, params: z.output<typeof newSchedule>): Schedule {
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

/** Changes what a schedule will do; and the subscription, where its current phase changes. */
export function updateSchedule(kernel: Kernel, id: string, params: z.output<typeof scheduleChange>): Schedule {
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
