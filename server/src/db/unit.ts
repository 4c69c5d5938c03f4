import { enqueueJobs, jobsOf } from '../billing/jobs/queue.js';
import { appendEvents } from '../events/append.js';
import { Changes } from '../events/changes.js';
import type { Change } from '../events/changes.js';
import type { Database, Executor, Orm, Statement } from './database.js';
import { completeWrite } from './idempotency.js';
import { sqlState } from './sql.js';

/** Does elsewhere in the database what a transaction did, inside of it. */
export type Follow = (executor: Executor, changes: readonly Change[]) => Promise<void>;

/** One transaction, with what it will tell when it is done. */
export class Unit implements Executor {
  readonly changes = new Changes();
  readonly #streams = new Set<string>();
  #now: Date | undefined;

  constructor(
    private readonly executor: Executor,
    private readonly clock: () => Date,
    private readonly follow: Follow | undefined,
  ) {}

  get orm(): Orm {
    return this.executor.orm;
  }

  query<Row>(statement: Statement<Row>, parameters: readonly unknown[]): Promise<Row[]> {
    return this.executor.query(statement, parameters);
  }

  /** The one time of this transaction. Ask after locking: what comes second in a log then has no earlier time. */
  get now(): Date {
    this.#now ??= this.clock();
    return this.#now;
  }

  /** Numbers and writes what came together so far. Call it before reading an answer, which tells the log's position. */
  async flush(): Promise<void> {
    const changes = this.changes.take();
    for (const stream of await appendEvents(this.executor, changes, this.now)) this.#streams.add(stream);
    await enqueueJobs(this.executor, jobsOf(changes), this.now);
    await this.follow?.(this.executor, changes);
  }

  /** The logs that grew. */
  get streams(): string[] {
    return [...this.#streams];
  }
}

/** Runs work in a {@link Unit}, once more where the database gave it up for another's sake. */
export type InUnit = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

const MAX_ATTEMPTS = 4;
/** Serialisation failure, deadlock. */
const TRANSIENT = new Set(['40001', '40P01']);

/** Makes an {@link InUnit}. */
export function createInUnit(
  database: Database,
  clock: () => Date,
  onCommit: (streams: readonly string[]) => void,
  follow?: Follow,
): InUnit {
  const attempt = <T>(work: (unit: Unit) => Promise<T>) =>
    database.transaction(async (executor) => {
      const unit = new Unit(executor, clock, follow);
      const result = await work(unit);
      await unit.flush();
      await completeWrite(unit, result);
      return { result, streams: unit.streams };
    });
  return async (work) => {
    for (let attempts = 1; ; attempts += 1) {
      try {
        const { result, streams } = await attempt(work);
        if (streams.length > 0) onCommit(streams);
        return result;
      } catch (error) {
        if (attempts >= MAX_ATTEMPTS || !TRANSIENT.has(sqlState(error) ?? '')) throw error;
      }
    }
  };
}
