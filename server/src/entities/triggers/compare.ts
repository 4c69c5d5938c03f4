import { quoteTable } from '../../db/names.js';
import type { Table } from '../../db/names.js';
import type { FoundFunction, FoundTable, FoundTrigger } from './catalog.js';
import { functionNameOf, markOf, OPERATIONS, triggerNameOf } from './sql.js';
import type { Source } from './sources.js';

/** How the triggers of a table stand. */
export type TriggerState =
  /** All there, as this version makes them. */
  | 'up_to_date'
  | 'missing'
  /** Of another version or another registration, or not all there. */
  | 'outdated'
  /** Somebody switched them off: `alter table … disable trigger`. */
  | 'disabled'
  /** Of a kind that is not registered any more, or not with this table. */
  | 'not_registered'
  /** They cannot be there: see `problem`. */
  | 'impossible';

/** The triggers of one table, for one kind. */
export interface TriggerReport {
  readonly kind: string;
  /** As SQL names it. */
  readonly table: string;
  /** Before anything was done. */
  readonly state: TriggerState;
  /** What was done. `failed` changes nothing of this table; ask again. */
  readonly action: 'none' | 'installed' | 'updated' | 'removed' | 'failed';
  /** What is wrong and how to fix it, or null. */
  readonly problem: string | null;
}

/** What the database has of ours. */
export interface Installed {
  readonly triggers: readonly FoundTrigger[];
  readonly functions: readonly FoundFunction[];
}

/** Why a source cannot have triggers, or null. */
export function problemOf({ kind, table, entity, workspace }: Source, tables: readonly FoundTable[]): string | null {
  const where = quoteTable(table);
  const root = tables.find(({ schema, name }) => schema === table.schema && name === table.name);
  if (!root) return `There is no table ${where}: make it, or name the right one in entities.${kind}.`;
  if (tables.some(({ relkind }) => relkind !== 'r' && relkind !== 'p'))
    return `${where} is a view, or has foreign tables below it: PostgreSQL has no such triggers there. Register the table that holds the rows.`;
  const missing = [entity, ...(workspace === null ? [] : [workspace])].filter((name) => !root.columns.includes(name));
  if (missing.length === 0) return null;
  return `${where} has no column ${missing.map((name) => `"${name}"`).join(', ')}: name the right one in entities.${kind}. It has ${root.columns.join(', ')}.`;
}

/** How the triggers of one of a source's tables stand. */
export function stateOf(source: Source, table: FoundTable, { triggers, functions }: Installed): TriggerState {
  const name = functionNameOf(source);
  const there = OPERATIONS.flatMap((operation) =>
    triggers.filter(
      (one) => one.oid === table.oid && one.function === name && one.trigger === triggerNameOf(source, operation),
    ),
  );
  if (there.length === 0) return 'missing';
  const mark = functions.find((one) => one.function === name)?.mark;
  if (there.length < OPERATIONS.length || mark !== markOf(source)) return 'outdated';
  return there.every(({ isEnabled }) => isEnabled) ? 'up_to_date' : 'disabled';
}

/** Tables with triggers of ours that nobody asks for. */
export interface Leftover extends Table {
  readonly kind: string;
  readonly triggers: readonly string[];
}

/** Finds the triggers that do not belong to these tables of these sources. */
export function leftoversOf(
  wanted: readonly { readonly source: Source; readonly table: FoundTable }[],
  { triggers }: Installed,
): Leftover[] {
  const keyOf = (oid: number, name: string, trigger: string) => JSON.stringify([oid, name, trigger]);
  const known = new Set(
    wanted.flatMap(({ source, table }) =>
      OPERATIONS.map((operation) => keyOf(table.oid, functionNameOf(source), triggerNameOf(source, operation))),
    ),
  );
  const groups = new Map<string, Leftover & { triggers: string[] }>();
  for (const { oid, schema, name, function: owner, trigger } of triggers) {
    if (known.has(keyOf(oid, owner, trigger))) continue;
    const key = JSON.stringify([oid, owner]);
    const group = groups.get(key) ?? { kind: owner.replace(/^tell_|_joins$/g, ''), schema, name, triggers: [] };
    group.triggers.push(trigger);
    groups.set(key, group);
  }
  return [...groups.values()];
}
