import { testClockOf } from '../kernel/clock.js';
import type { Due } from '../kernel/clock.js';
import type { Family, Kernel } from '../kernel/kernel.js';
import { applyPhaseAt, nextBoundary } from './phases.js';
import { scheduleRoutes } from './routes.js';

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
  kernel.clock.addSource((testClock) => nextOfSchedules(kernel, testClock));
  return { routes: scheduleRoutes(kernel) };
}
