import type { Database, Executor, Statement } from '../../src/db/database.js';

/** A process that dies before one of its steps: a statement, a commit, a request, its answer. */
export class Mortal {
  constructor(private left: number) {}

  get isDead(): boolean {
    return this.left <= 0;
  }

  /** @throws Error from the step on at which it dies */
  step(): void {
    this.left -= 1;
    if (this.isDead) throw new Error('This process is dead.');
  }

  /** The database as this process meets it: what it has not committed is undone. */
  database(database: Database): Database {
    const mortal = (executor: Executor): Executor => ({
      orm: executor.orm,
      query: async <Row>(statement: Statement<Row>, parameters: readonly unknown[]) => {
        this.step();
        return executor.query(statement, parameters);
      },
    });
    const transaction: Database['transaction'] = async (work) => {
      this.step();
      const result = await database.transaction((executor) => work(mortal(executor)));
      this.step();
      return result;
    };
    return { ...database, ...mortal(database), transaction };
  }

  /** Requests as this process sends them. They are refused, since the SDK would try anything else again. */
  fetch(send: typeof fetch): typeof fetch {
    const error = { type: 'invalid_request_error', code: 'dead', message: 'Dead.' };
    const refused = () => new Response(JSON.stringify({ error }), { status: 400 });
    return async (input, init) => {
      this.left -= 1;
      if (this.isDead) return refused();
      const response = await send(input, init);
      this.left -= 1;
      return this.isDead ? refused() : response;
    };
  }
}
