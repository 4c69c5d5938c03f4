import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.js';
import { quote, quoteTable } from '../../db/names.js';
import { sqlState } from '../../db/sql.js';
import type { Kind } from '../kinds.js';
import { findInstalled, findTables } from './catalog.js';
import type { FoundTable } from './catalog.js';
import { leftoversOf, problemOf, stateOf } from './compare.js';
import type { Installed, Leftover, TriggerReport, TriggerState } from './compare.js';
import { sourcesOf } from './sources.js';
import type { Source } from './sources.js';
import { functionNameOf, functionStatements, OPERATIONS, triggerSql } from './sql.js';

/** What to do about triggers. */
export interface SyncTriggersOptions {
  /**
   * `install` makes them as the registration asks for, and removes the others; `status` only looks; `remove` removes all.
   *
   * @default 'install'
   */
  readonly mode?: 'install' | 'status' | 'remove' | undefined;
}

/** Milliseconds that a table is waited for: whoever writes to it meanwhile waits behind. */
const LOCK_TIMEOUT_MS = 5_000;
const LOCK_NOT_AVAILABLE = '55P03';
/** Any number, the same in every process of every version: one works at a time. */
const SYNC_LOCK = 7_301_852_847;

function explain(error: unknown): string {
  if (sqlState(error) === LOCK_NOT_AVAILABLE)
    return `Another transaction held the table for ${LOCK_TIMEOUT_MS / 1000} seconds: run this again when it is over.`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const said = cause instanceof Error ? cause.message : String(cause);
  return `The database refused: ${said}. The role must own the schema guildhall, and own the table or have TRIGGER on it.`;
}

/** All of it or nothing. @returns what went wrong, or null */
async function run(database: Database, statements: readonly string[]): Promise<string | null> {
  try {
    await database.transaction(async ({ orm }) => {
      await orm.execute(sql.raw(`select pg_advisory_xact_lock(${SYNC_LOCK})`));
      await orm.execute(sql.raw(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`));
      for (const text of statements) await orm.execute(sql.raw(text));
    });
    return null;
  } catch (error) {
    return explain(error);
  }
}

function actionOf(state: TriggerState, isTrial: boolean, failed: string | null): TriggerReport['action'] {
  if (isTrial || state === 'up_to_date') return 'none';
  if (failed !== null) return 'failed';
  return state === 'missing' ? 'installed' : 'updated';
}

/** A source's tables together, since they have one function. */
async function installSource(
  database: Database,
  source: Source,
  tables: readonly FoundTable[],
  installed: Installed,
  isTrial: boolean,
): Promise<TriggerReport[]> {
  const states = tables.map((table) => ({ table, state: stateOf(source, table, installed) }));
  const stale = states.filter(({ state }) => state !== 'up_to_date');
  const statements = stale.flatMap(({ table }) => OPERATIONS.map((one) => triggerSql(source, table, one)));
  const failed =
    isTrial || stale.length === 0 ? null : await run(database, [...functionStatements(source), ...statements]);
  return states.map(({ table, state }) => ({
    kind: source.kind,
    table: quoteTable(table),
    state,
    action: actionOf(state, isTrial, failed),
    problem: state === 'up_to_date' ? null : failed,
  }));
}

async function removeLeftover(database: Database, leftover: Leftover, isTrial: boolean): Promise<TriggerReport> {
  const table = quoteTable(leftover);
  const statements = leftover.triggers.map((trigger) => `drop trigger if exists ${quote(trigger)} on ${table}`);
  const problem = isTrial ? null : await run(database, statements);
  const done = problem === null ? 'removed' : 'failed';
  return { kind: leftover.kind, table, state: 'not_registered', action: isTrial ? 'none' : done, problem };
}

/**
 * Makes the triggers that tell of what changes in the host's tables: one for each operation, on the tables of each
 * kind, its join tables, and their partitions. Each table by itself, waiting at most five seconds for it; the second
 * time there is nothing to do. No column, row or privilege of the host's changes.
 *
 * @returns what stood and what was done, table by table
 * @throws Error where the database is not migrated
 */
export async function syncTriggers(
  database: Database,
  kinds: readonly Kind[],
  { mode = 'install' }: SyncTriggersOptions = {},
): Promise<TriggerReport[]> {
  const isTrial = mode === 'status';
  const installed = await findInstalled(database);
  const sources = mode === 'remove' ? [] : kinds.flatMap(sourcesOf);
  const reports: TriggerReport[] = [];
  const wanted: { source: Source; table: FoundTable }[] = [];
  for (const source of sources) {
    const tables = await findTables(database, source.table);
    const problem = problemOf(source, tables);
    wanted.push(...tables.map((table) => ({ source, table })));
    if (problem === null) reports.push(...(await installSource(database, source, tables, installed, isTrial)));
    else {
      const [kind, table] = [source.kind, quoteTable(source.table)];
      reports.push({ kind, table, state: 'impossible', action: isTrial ? 'none' : 'failed', problem });
    }
  }
  for (const leftover of leftoversOf(wanted, installed))
    reports.push(await removeLeftover(database, leftover, isTrial));
  const kept = new Set(sources.map(functionNameOf));
  const functions = isTrial ? [] : installed.functions.filter((one) => !kept.has(one.function));
  // What a trigger still holds stays, and is tried again the next time.
  for (const one of functions) await run(database, [`drop function if exists guildhall.${quote(one.function)}()`]);
  return reports;
}
