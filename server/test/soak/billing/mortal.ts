import type { Database, Executor, Statement } from '../../../src/db/database.js';

/** Thrown by whatever a dead process tries to do. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** What happens to a process: it may die between any two of its steps. */
export interface Fate {
  /** To be called before each step. @throws Died */
  step(): void;
  readonly isDead: boolean;
  /** Nothing of it goes on before this is settled: it renews no hold either. */
  sleep(until: Promise<unknown>): Promise<unknown>;
  /** What it waits for. */
  readonly asleep: Promise<unknown>;
}

/** Makes a {@link Fate}. @param life steps until it dies. @default Infinity */
export function createFate(life = Infinity): Fate {
  let left = life;
  let asleep: Promise<unknown> = Promise.resolve();
  return {
    get asleep() {
      return asleep;
    },
    sleep(until) {
      asleep = until;
      return until;
    },
    get isDead() {
      return left <= 0;
    },
    step() {
      left -= 1;
      if (left <= 0) throw new Died('This process is dead.');
    },
  };
}

/** A database as a process of this fate meets it: when it dies, what it has not committed is undone. */
export function mortalDatabase(database: Database, fate: Fate): Database {
  const mortal = (executor: Executor, isAwake: () => Promise<unknown>): Executor => ({
    orm: executor.orm,
    async query<Row>(statement: Statement<Row>, parameters: readonly unknown[]) {
      await isAwake();
      fate.step();
      return executor.query(statement, parameters);
    },
  });
  const transaction: Database['transaction'] = async (work) => {
    await fate.asleep;
    fate.step();
    const result = await database.transaction((executor) => work(mortal(executor, async () => undefined)));
    // Committed, and nobody is told.
    fate.step();
    return result;
  };
  return { ...database, ...mortal(database, () => fate.asleep), transaction };
}

/** How a process's requests fare. */
export interface LineOptions {
  readonly fate: Fate;
  /** Whether this request is refused for no reason. @default never */
  readonly fails?: () => boolean;
  /** Asked after each answer: what to wait for before it is looked at. @default nothing */
  readonly stalls?: () => Promise<unknown> | undefined;
}

/** A refusal that the SDK does not try again by itself: a test would wait for that. */
const refused = () =>
  new Response(JSON.stringify({ error: { type: 'invalid_request_error', code: 'away', message: 'Not now.' } }), {
    status: 400,
  });

/** Requests as a process sends them. A dead one is refused: nothing of it reaches Stripe, and it learns nothing. */
export function mortalFetch(send: typeof fetch, { fate, fails, stalls }: LineOptions): typeof fetch {
  return async (input, init) => {
    try {
      fate.step();
      if (fails?.()) return refused();
      const response = await send(input, init);
      const until = stalls?.();
      if (until) await fate.sleep(until);
      fate.step();
      return response;
    } catch (error) {
      if (error instanceof Died) return refused();
      throw error;
    }
  };
}
