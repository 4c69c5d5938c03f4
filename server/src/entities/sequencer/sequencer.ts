import { AsyncResource } from 'node:async_hooks';
import { createPoller } from '../../poller.js';
import type { Database } from '../../db/database.js';
import type { InUnit } from '../../db/unit.js';
import { isBound } from '../bind.js';
import { rootOf } from '../kinds.js';
import type { Kind } from '../kinds.js';
import type { BoundKinds, Registry } from '../registry.js';
import { sequenceBatch } from './batch.js';
import type { BatchOutcome } from './batch.js';
import { hasRows } from './inbox.js';

/** Moves what triggers tell from the inbox into the logs. */
export interface Sequencer {
  /** Begins to look by itself. */
  start(): void;
  /** Looks soon. Cheap, and never fails. */
  wake(): void;
  /** Moves all that is there, unless it is another process's turn. Resolves when it is done. */
  drain(): Promise<void>;
  /** Finishes the batch under way. */
  close(): Promise<void>;
}

/** What a {@link Sequencer} is made of. */
export interface SequencerOptions {
  readonly database: Database;
  readonly inUnit: InUnit;
  readonly registry: Registry;
  /** Whether anybody here would hear of it: without, it looks once a second. */
  readonly isHeard: () => boolean;
  /** Told once of each error, until its kind can be read again. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds between looks while somebody listens. */
const LOOK_MS = 100;
/** Milliseconds between looks while nobody does: the log is kept for those who come back. */
const IDLE_MS = 1_000;
/** Milliseconds that a kind whose table somebody holds is left alone. */
const BUSY_MS = 2_000;
/** Milliseconds until the next look after a failure, twice as long after each one more. */
const RETRY_MS = { first: 500, last: 30_000 };

const boundOf = (registry: Registry): Promise<BoundKinds> => registry.ask(async (bound) => bound);

/** Kinds that are left alone for a while. */
class Postponed {
  readonly #until = new Map<Kind, number>();

  add(root: Kind, until: number): void {
    this.#until.set(root, until);
  }

  has(kind: Kind, now: number): boolean {
    return (this.#until.get(rootOf(kind)) ?? 0) > now;
  }
}

/** Tells of each error of a kind once, until it is another one or the kind could be read in between. */
function createTeller(onError: (error: unknown) => void) {
  const told = new Map<string, string>();
  return ({ errors, read, busy }: BatchOutcome, { all }: BoundKinds) => {
    const readable = new Set(all.filter(isBound).map(({ kind }) => kind.name));
    const failed = new Set(errors.map(({ kind }) => kind.name));
    for (const name of read) if (!failed.has(name)) told.delete(name);
    for (const { kind, error } of errors) {
      const message = error instanceof Error ? error.message : String(error);
      if (told.get(kind.name) === message) continue;
      told.set(kind.name, message);
      // Otherwise the registry has told what is wrong with it, and how to mend it.
      if (!readable.has(kind.name)) continue;
      const { schema, name } = kind.table;
      onError(
        new Error(
          `What changes in entities of kind ${kind.name} cannot be read from ${schema}.${name}: ${message}. ${
            busy.includes(rootOf(kind))
              ? 'It is tried again until it can.'
              : 'Until it can, clients are told to ask for all of that kind: compare the table with its registration.'
          }`,
          { cause: error },
        ),
      );
    }
  };
}

/**
 * Makes a {@link Sequencer}. Every process has one and looks; whichever gets the turn does the work, so that one which
 * dies is followed at once by another.
 */
export function createSequencer(options: SequencerOptions): Sequencer {
  const { database, inUnit, registry, isHeard, onError } = options;
  const kinds = new Map(registry.kinds.map((kind) => [kind.name, kind]));
  const postponed = new Postponed();
  const tellErrors = createTeller(onError);
  let [isWoken, lookedAt, restUntil, failures] = [true, 0, 0, 0];

  const look = async (): Promise<boolean> => {
    const now = performance.now();
    if (now < restUntil || (!isWoken && !isHeard() && now - lookedAt < IDLE_MS)) return false;
    [isWoken, lookedAt] = [false, now];
    const names = registry.kinds.filter((kind) => !postponed.has(kind, now)).map(({ name }) => name);
    if (!(await hasRows(database, names))) return false;
    // Before the transaction: the registry asks the database, and inside of one that would wait for itself.
    const outcome = await sequenceBatch({ inUnit, kinds, bound: await boundOf(registry) }, names);
    for (const root of outcome.busy) postponed.add(root, performance.now() + BUSY_MS);
    if (outcome.errors.length > outcome.busy.length) await registry.check();
    tellErrors(outcome, await boundOf(registry));
    isWoken ||= outcome.isMore;
    return outcome.isMore;
  };
  const work = async (): Promise<boolean> => {
    try {
      const isMore = await look();
      failures = 0;
      return isMore;
    } catch (error) {
      restUntil = performance.now() + Math.min(RETRY_MS.first * 2 ** failures, RETRY_MS.last);
      failures += 1;
      throw error;
    }
  };
  const poller = createPoller({ work, onError, pollMs: LOOK_MS });
  const wakened = <T>(act: () => T) =>
    // What is done here belongs to no request, whoever asked for it.
    AsyncResource.bind(() => {
      isWoken = true;
      return act();
    });
  return {
    start: poller.start,
    wake: wakened(poller.wake),
    drain: wakened(poller.drain),
    close: poller.close,
  };
}
