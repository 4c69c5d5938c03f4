import type { Database } from '../../db/database.js';
import { claimJobs, completeJob, postponeJob } from './queue.js';
import type { BillingJob } from './queue.js';

/** Does at Stripe what follows from what was committed here. Any number of processes may. */
export interface JobWorker {
  /** Begins to look for jobs by itself. */
  start(): void;
  /** Looks for jobs soon. Cheap, and never fails. */
  wake(): void;
  /** Does all that is due now; resolves when it is done. */
  drain(): Promise<void>;
  /** Finishes what is under way, and begins nothing more. */
  close(): Promise<void>;
}

/** What became of a job: done, or to be looked at again after so many milliseconds, because something else goes first. */
export type JobOutcome = 'done' | { readonly againAfterMs: number };

/** What a {@link JobWorker} is made of. */
export interface JobWorkerOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly perform: (job: BillingJob) => Promise<JobOutcome>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between looks, for jobs that are tried again. @default 5000 */
  readonly pollMs?: number | undefined;
}

const AT_ONCE = 4;
const FIRST_WAIT_MS = 5_000;
/** Stripe that is down for a day finds every job still there: none is ever given up. */
const LONGEST_WAIT_MS = 3_600_000;

/** How long to wait after so many attempts that failed: 5 s, 10 s, 20 s, up to an hour. */
export function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, attempts - 1));
}

/** Makes a {@link JobWorker}. */
export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { database, clock, onError } = options;
  let closed = false;
  let again = false;
  let draining: Promise<void> | undefined;
  let poll: NodeJS.Timeout | undefined;

  const drainOnce = async () => {
    do {
      again = false;
      for (let jobs = await claimJobs(database, clock(), AT_ONCE); jobs.length > 0;) {
        await Promise.all(jobs.map((job) => attempt(options, job)));
        jobs = closed ? [] : await claimJobs(database, clock(), AT_ONCE);
      }
    } while (again && !closed);
  };
  const drain = (): Promise<void> => {
    if (closed) return Promise.resolve();
    again = true;
    draining ??= drainOnce().finally(() => (draining = undefined));
    return draining;
  };
  const wake = () => void drain().catch(onError);

  return {
    start: () => {
      poll ??= setInterval(wake, options.pollMs ?? 5_000).unref();
      wake();
    },
    wake,
    drain,
    close: async () => {
      closed = true;
      clearInterval(poll);
      await draining?.catch(() => undefined);
    },
  };
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
