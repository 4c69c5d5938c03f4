import { createHash } from 'node:crypto';
import { quote, quoteTable } from '../../db/names.js';
import type { Table } from '../../db/names.js';
import type { Source } from './sources.js';

/** More of one workspace in one statement are told as one. */
export const BULK = 500;

/** What a statement can do to rows. PostgreSQL allows a trigger with transition tables only one of them. */
export const OPERATIONS = ['insert', 'update', 'delete', 'truncate'] as const;
/** One of {@link OPERATIONS}. */
export type Operation = (typeof OPERATIONS)[number];

const TRANSITION: Record<Operation, readonly string[]> = {
  insert: ['new_rows'],
  update: ['old_rows', 'new_rows'],
  delete: ['old_rows'],
  truncate: [],
};

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The function of a source, in the schema `guildhall`. */
export const functionNameOf = ({ kind, part }: Source): string => `tell_${kind}${part === 'joins' ? '_joins' : ''}`;

/** The trigger of a source for one operation. */
export const triggerNameOf = ({ kind }: Source, operation: Operation): string => `guildhall_${kind}_${operation}`;

/** What rows tell: each entity once, in each workspace that they name. */
function changedIn({ entity, workspace }: Source, rows: readonly string[]): string {
  const column = (name: string) => `r.${quote(name)}`;
  const selects = rows.map((name) => {
    const where = [entity, ...(workspace === null ? [] : [workspace])].map((one) => `${column(one)} is not null`);
    const place = workspace === null ? 'null::text' : `${column(workspace)}::text`;
    return `select ${place}, ${column(entity)}::text from ${name} r where ${where.join(' and ')}`;
  });
  // One select is not distinct by itself; a union of two is.
  return selects.length === 1 ? selects.join('').replace('select', 'select distinct') : selects.join(' union ');
}

function insertOf(source: Source, operation: Operation): string {
  const changed = changedIn(source, TRANSITION[operation]);
  const kind = literal(source.tells);
  if (source.workspace === null)
    return `insert into guildhall.inbox (workspace_id, kind, entity_id)
      select c.workspace, ${kind}, c.entity from (${changed}) c(workspace, entity);`;
  return `insert into guildhall.inbox (workspace_id, kind, entity_id)
      select w.workspace, ${kind}, e.entity
        from (select c.workspace, array_agg(c.entity) as entities from (${changed}) c(workspace, entity)
               group by c.workspace) w
       cross join lateral unnest(
         case when cardinality(w.entities) > ${BULK} then array[null::text] else w.entities end) e(entity);`;
}

/**
 * Reads nothing but the rows that the statement changed, and only inserts. Where a column is gone since, it tells
 * nothing: the host's writes must not fail for it.
 */
function bodyOf(source: Source): string {
  const columns = [source.entity, ...(source.workspace === null ? [] : [source.workspace])];
  return `begin
  if tg_op = 'TRUNCATE' then
    insert into guildhall.inbox (kind) values (${literal(source.tells)});
  elsif (select count(*) from pg_catalog.pg_attribute a
          where a.attrelid = tg_relid and a.attname in (${columns.map(literal).join(', ')}) and not a.attisdropped)
        < ${columns.length} then
    null;
  elsif tg_op = 'INSERT' then
    ${insertOf(source, 'insert')}
  elsif tg_op = 'UPDATE' then
    ${insertOf(source, 'update')}
  else
    ${insertOf(source, 'delete')}
  end if;
  return null;
end`;
}

function functionSql(source: Source): string {
  return `create or replace function guildhall.${quote(functionNameOf(source))}() returns trigger
language plpgsql security definer set search_path = '' as ${literal(bodyOf(source))}`;
}

/** Puts one trigger on a table. */
export function triggerSql(source: Source, table: Table, operation: Operation): string {
  const names = TRANSITION[operation].map((name) => `${name.slice(0, 3)} table as ${name}`);
  return `create or replace trigger ${quote(triggerNameOf(source, operation))} after ${operation} on ${quoteTable(table)}
${names.length > 0 ? `referencing ${names.join(' ')}` : ''} for each statement execute function guildhall.${quote(functionNameOf(source))}()`;
}

/** What stands in the comment of a function: another one is of another version, or of another registration. */
export function markOf(source: Source): string {
  const text = [functionSql(source), ...OPERATIONS.map((operation) => triggerSql(source, source.table, operation))];
  return `guildhall sync-triggers ${createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 16)}`;
}

/** Makes the function of a source, which nobody can call but the triggers. */
export function functionStatements(source: Source): string[] {
  const name = `guildhall.${quote(functionNameOf(source))}()`;
  return [
    functionSql(source),
    `revoke execute on function ${name} from public`,
    `comment on function ${name} is ${literal(markOf(source))}`,
  ];
}
