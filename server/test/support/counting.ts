import type { Database, Executor, Statement } from '../../src/db/database.js';

/** A database that remembers which named statements it was asked. */
export function countStatements(database: Database): { database: Database; asked: string[] } {
  const asked: string[] = [];
  const counted = (executor: Executor): Executor => ({
    orm: executor.orm,
    query<Row>(statement: Statement<Row>, parameters: readonly unknown[]) {
      asked.push(statement.name);
      return executor.query(statement, parameters);
    },
  });
  const transaction: Database['transaction'] = (work) => database.transaction((executor) => work(counted(executor)));
  return { asked, database: { ...database, ...counted(database), transaction } };
}
