import type { Context } from '../../context.js';
import type { BillingContext } from '../context.js';
import type { Poller } from '../../poller.js';
import { endSubscription } from './endSubscription.js';
import { followMembers } from './seats.js';
import { createJobWorker } from './worker.js';

/** Makes the worker for all that follows at Stripe from what was committed here. */
export function createJobs(context: Context, billing: BillingContext): Poller {
  const { database, clock, onError = () => undefined } = context;
  const deps = { context, billing };
  return createJobWorker({
    database,
    clock,
    onError,
    perform: (job) => (job.kind === 'seats' ? followMembers(deps, job) : endSubscription(deps, job)),
  });
}
