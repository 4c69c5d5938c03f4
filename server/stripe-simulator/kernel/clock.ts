import type { Journal } from './journal.js';
import type { Store } from './store.js';
import type { EventSubject } from './wire.js';

/** Something that happens by itself at some time. */
export interface Due {
  /** In seconds. */
  at: number;
  /** The test clock that it follows; null for the simulator's own. */
  testClock: string | null;
  run: () => void;
}

/** Finds what is to happen next on a test clock, or null. Asked anew after each thing that happened. */
export type DueSource = (testClock: string | null) => Due | null;

/** Time in the simulator, in seconds since 1970. It never goes back. */
export interface Clock {
  /** @param testClock Whose time. @default null, the simulator's own */
  now: (testClock?: string | null) => number;
  /** The time that an object lives in: its test clock's, or its customer's. */
  timeOf: (object: EventSubject) => number;
  /** Lets time pass until then, and in order all that is due: renewals, retries, expiries. */
  advanceTo: (seconds: number, testClock?: string | null) => void;
  /** As `advanceTo`, from now. */
  advanceBy: (seconds: number) => void;
  /** Does work as if it were that time: for previews of what is to come. */
  during: <T>(seconds: number, testClock: string | null, work: () => T) => T;
  /** Does what is due by now. The simulator does so before each request. */
  catchUp: () => void;
  addSource: (source: DueSource) => void;
}

/** How far a due thing may be stuck before that is called a bug of the simulator. */
const MOST_AT_ONE_TIME = 10_000;

const textField = (object: EventSubject, name: string): string | null => {
  const value: unknown = Reflect.get(object, name);
  return typeof value === 'string' ? value : null;
};

/** The test clock that an object follows, by itself or by its customer. */
export function testClockOf(store: Store, object: EventSubject): string | null {
  const own = textField(object, 'test_clock');
  if (own) return own;
  const customer = textField(object, 'customer');
  return (customer && store.customers.get(customer)?.test_clock) || null;
}

/**
 * @param start The time in seconds at which the clock stands until it is advanced. Absent, it follows the system's clock, and
 *   advancing it puts it ahead.
 */
export function createClock(store: Store, journal: Journal, start?: number): Clock {
  const system = () => Math.floor(Date.now() / 1000);
  const sources: DueSource[] = [];
  let ahead = 0;
  let frozen = start;
  /** The time of that which is happening, while it happens. */
  let within: { at: number; testClock: string | null } | null = null;

  const own = () => frozen ?? system() + ahead;
  function now(testClock: string | null = null): number {
    if (within?.testClock === testClock) return within.at;
    return testClock === null ? own() : store.testClocks.find(testClock).frozen_time;
  }

  function nextDue(testClock: string | null, until: number): Due | null {
    const found = sources.map((source) => source(testClock)).filter((due) => due !== null && due.at <= until);
    return found.reduce<Due | null>((first, due) => (due && (!first || due.at < first.at) ? due : first), null);
  }

  function during<T>(at: number, testClock: string | null, work: () => T): T {
    const outer = within;
    within = { at, testClock };
    try {
      return work();
    } finally {
      within = outer;
    }
  }

  function runUntil(until: number, testClock: string | null): void {
    if (within) return;
    let [at, times] = [Number.NEGATIVE_INFINITY, 0];
    for (let due = nextDue(testClock, until); due; due = nextDue(testClock, until)) {
      times = due.at > at ? 0 : times + 1;
      at = Math.max(at, due.at);
      if (times > MOST_AT_ONE_TIME) throw new Error(`The Stripe simulator is stuck at ${at}: something stays due.`);
      const { run } = due;
      during(at, testClock, () => journal.transact(run));
    }
  }

  function advanceTo(seconds: number, testClock: string | null = null): void {
    if (seconds < now(testClock)) throw new Error(`The clock cannot go back from ${now(testClock)} to ${seconds}.`);
    runUntil(seconds, testClock);
    if (testClock !== null) store.testClocks.update(testClock, { frozen_time: seconds });
    else if (frozen === undefined) ahead = seconds - system();
    else frozen = seconds;
  }

  return {
    now,
    during,
    timeOf: (object) => now(testClockOf(store, object)),
    advanceTo,
    advanceBy: (seconds) => advanceTo(own() + seconds),
    catchUp: () => runUntil(own(), null),
    addSource: (source) => void sources.push(source),
  };
}
