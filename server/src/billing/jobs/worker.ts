import type { Database } from '../../db/database.js';
import { createPoller } from '../../poller.js';
import type { Poller } from '../../poller.js';
import { claimJobs, completeJob, postponeJob } from './queue.js';
import type { BillingJob } from './queue.js';

/** What became of a job: done, or to be looked at again after so many milliseconds, because something else goes first. */
export type JobOutcome = 'done' | { readonly againAfterMs: number };

/** What the worker for jobs is made of. */
export interface JobWorkerOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly perform: (job: BillingJob) => Promise<JobOutcome>;
  readonly onError: (error: unknown) => void;
}

/** Between looks, for jobs that are tried again. */
const POLL_MS = 5_000;
const AT_ONCE = 4;
const FIRST_WAIT_MS = 5_000;
/** Stripe that is down for a day finds every job still there: none is ever given up. */
const LONGEST_WAIT_MS = 3_600_000;

/** How long to wait after so many attempts that failed: 5 s, 10 s, 20 s, up to an hour. */
function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, attempts - 1));
}

async function attempt({ database, clock, perform, onError }: JobWorkerOptions, job: BillingJob): Promise<void> {
  const after = (ms: number) => new Date(clock().getTime() + ms);
  let outcome: JobOutcome;
  try {
    outcome = await perform(job);
  } catch (error) {
    onError(error);
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    return postponeJob(database, job, after(waitAfter(job.attempts)), message);
  }
  if (outcome === 'done') return completeJob(database, job);
  return postponeJob(database, job, after(outcome.againAfterMs), null);
}

/** Does at Stripe what follows from what was committed here. Any number of processes may. */
export function createJobWorker(options: JobWorkerOptions): Poller {
  const { database, clock, onError } = options;
  return createPoller({
    onError,
    pollMs: POLL_MS,
    work: async () => {
      const jobs = await claimJobs(database, clock(), AT_ONCE);
      await Promise.all(jobs.map((job) => attempt(options, job)));
      return jobs.length > 0;
    },
  });
}
