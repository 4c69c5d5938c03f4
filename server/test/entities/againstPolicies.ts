import { sql } from 'drizzle-orm';
import type { Database, Executor } from '../../src/db/database.js';
import { ask } from '../../src/db/names.js';
import { Random } from '../soak/random.js';
import { attemptsOf } from './attempts.js';
import { createModel } from './model.js';
import type { ModelWorld } from './model.js';
import { COLUMNS, joinKey, joinsOf } from './worldSql.js';

/** What somebody finds without any condition of their own. */
const READ = ask<{ key: string }>(
  [
    ...Object.entries(COLUMNS).map(([table, { id }]) => `select '${table} ' || ${id} as key from ${table}`),
    `select 'assistant_workspaces ' || assistant_id || ' ' || workspace_id from assistant_workspaces`,
    `select 'file_workspaces ' || file_id || ' ' || workspace_id from file_workspaces`,
    `select 'assistant_files ' || file_id || ' ' || assistant_id from assistant_files`,
  ].join(' union all '),
);
const TRY = ask<{ touched: number[] }>('select attempts($1) as touched');

/** Runs work as a browser does: in a browser’s role, for whoever is signed in. */
export function asBrowser<T>(
  database: Database,
  me: string | null,
  work: (executor: Executor) => Promise<T>,
): Promise<T> {
  return database.transaction(async (executor) => {
    const claim = `select set_config('request.jwt.claim.sub', '${me ?? ''}', true), set_config('role', '${me === null ? 'anon' : 'authenticated'}', true)`;
    await executor.orm.execute(sql.raw(claim));
    return work(executor);
  });
}

/** What a person is to find in the tables. */
function expectedKeys(world: ModelWorld, me: string | null): string[] {
  const model = createModel(world, me, 'policies');
  const joins = joinsOf(world).filter(({ parent, workspace }) =>
    parent ? model.reads('assistant', parent) : model.isMine(workspace ?? ''),
  );
  return [
    ...world.rows.filter(model.sees).map(({ table, id }) => `${table} ${id}`),
    ...joins.map((join) => `${join.table} ${joinKey(join)}`),
  ].toSorted();
}

/** Where something and the rule say different things. */
export interface Differences {
  /** How much was compared: rows read or not read, questions, statements tried. */
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Compares the policies with the rule, for everybody in a world and for nobody.
 *
 * @param most attempts for each person, about, of those that are to fail; the others are all made
 */
export async function comparePolicies(database: Database, world: ModelWorld, most: number): Promise<Differences> {
  const differences: string[] = [];
  const random = new Random(world.seed);
  let compared = 0;
  for (const me of [...world.people, null]) {
    const all = attemptsOf(world, me, createModel(world, me, 'policies'));
    const attempts = all.filter(({ isAllowed }) => isAllowed || random.next() < most / all.length);
    const [found, touched] = await asBrowser(database, me, async (executor) => {
      const rows = await executor.query(READ, []);
      const [answer] = await executor.query(TRY, [attempts.map((attempt) => attempt.sql)]);
      return [rows.map(({ key }) => key).toSorted(), answer?.touched ?? []] as const;
    });
    const expected = expectedKeys(world, me);
    const who = me ?? 'nobody';
    for (const key of expected.filter((one) => !found.includes(one))) differences.push(`${who} does not find ${key}`);
    for (const key of found.filter((one) => !expected.includes(one))) differences.push(`${who} finds ${key}`);
    for (const [index, { sql: text, isAllowed }] of attempts.entries()) {
      if ((touched[index] ?? 0) > 0 !== isAllowed)
        differences.push(`${who} ${isAllowed ? 'may not' : 'may'}: ${text}; ${touched[index]}`);
    }
    compared += world.rows.length + attempts.length;
  }
  return { compared, differences };
}
