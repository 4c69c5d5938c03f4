import { quote, quoteTable } from '../db/names.js';
import type { Table } from '../db/names.js';
import { iso } from '../db/sql.js';
import type { BoundKind } from './bind.js';
import type { Kind } from './kinds.js';
import { isPublic } from './visibility.js';

/** A moment of the host's as the wire has it. Without a time zone it is taken for UTC. */
const isoOf = (sql: string, type: string) =>
  type === 'timestamp with time zone' ? iso(sql) : `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A moment in a cursor, to the microsecond; infinite ones too, which `to_char` leaves out. */
function exactOf(sql: string, type: string): string {
  const utc = type === 'timestamp with time zone' ? `${sql} at time zone 'UTC'` : sql;
  return `coalesce(to_char(${utc}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), (${sql})::text)`;
}

/** What the wire has of a row that says no moment. */
const NO_MOMENT = `'1970-01-01T00:00:00.000Z'`;

/** What lists of a kind are sorted by, latest first, then by id: SQL over a row, and the types of both. */
export interface Order {
  readonly key: { readonly sql: string; readonly type: string; readonly text: string };
  readonly id: { readonly sql: string; readonly type: string };
}

const TEXTS = /^(?:text|character varying|bpchar)$/;

/** The order of a kind's lists. A row that was never changed stands where it was made. */
export function orderOf({ kind, idType, updatedAt, createdAt }: BoundKind, row: string): Order {
  const column = `${row}${quote(kind.updatedAt)}`;
  const { type } = updatedAt;
  const made = createdAt === null || createdAt.type !== type ? [] : [`${row}${quote(createdAt.name)}`];
  const sql = updatedAt.isNullable ? `coalesce(${[column, ...made, `'-infinity'::${type}`].join(', ')})` : column;
  // Ids are compared byte by byte, whatever the database's language: see the contract.
  const id = TEXTS.test(idType) ? `${row}${quote(kind.id)} collate "C"` : `${row}${quote(kind.id)}`;
  return { key: { sql, type, text: exactOf(sql, type) }, id: { sql: id, type: idType } };
}

/** The columns that {@link entityJson} needs, from a row `e`. */
export function entityColumns(bound: BoundKind): string {
  const { kind, createdAt, updatedAt } = bound;
  const text = (column: string | null, otherwise: string) => (column === null ? otherwise : `e.${quote(column)}::text`);
  const made = createdAt === null ? 'null::text' : isoOf(`e.${quote(createdAt.name)}`, createdAt.type);
  return `e.${quote(kind.id)}::text as id, coalesce(${text(kind.title, `''`)}, '') as title,
    ${text(kind.creator, 'null::text')} collate "C" as creator, ${isPublic(bound, 'e')} as is_public, ${made} as created_at,
    coalesce(${isoOf(orderOf(bound, 'e.').key.sql, updatedAt.type)}, ${NO_MOMENT}) as updated_at,
    ${text(kind.icon, 'null::text')} as icon, ${text(kind.url, 'null::text')} as url`;
}

/** An entity as JSON, from a row of {@link entityColumns}. */
export function entityJson({ kind }: BoundKind, row: string): string {
  const creator = `(select json_build_object('userId', u.id, 'name', u.name, 'imageUrl', u.image_url)
      from guildhall.users u where u.id = ${row}.creator)`;
  return `json_build_object('kind', '${kind.name}', 'id', ${row}.id, 'title', ${row}.title, 'creator', ${creator},
      'sharing', case when ${row}.is_public then 'public' else 'private' end, 'createdAt', ${row}.created_at,
      'updatedAt', ${row}.updated_at, 'icon', ${row}.icon, 'url', ${row}.url)`;
}

/** What {@link entityColumns} and the order are made of, from a row `e`. These alone: the host may keep others from this role. */
export function rawColumns({ kind, createdAt }: BoundKind): string {
  const own = [kind.id, kind.title, kind.creator, kind.sharing, kind.icon, kind.url, kind.updatedAt, createdAt?.name];
  const needed = [...own, 'column' in kind.place ? kind.place.column : null];
  return [...new Set(needed.filter((name) => typeof name === 'string'))].map((name) => `e.${quote(name)}`).join(', ');
}

/** The table of a kind, with its rows called `e`. */
export const fromOf = ({ kind }: BoundKind): string => `${quoteTable(kind.table)} e`;

/** The join table of a kind that has one: the column with its entities, and the one with where they are. */
function joinOf({ place }: Kind): { readonly table: Table; readonly entity: string; readonly where: string } | null {
  if (place.by === 'join') return { table: place.table, entity: place.entityColumn, where: place.workspaceColumn };
  if (place.by === 'parentJoin') return { table: place.table, entity: place.entityColumn, where: place.parentColumn };
  return null;
}

/** The ids that a kind's join table has at a place, each once, in the order of an index on both; null without such a table. */
function idsAt({ kind }: BoundKind, place: string): string | null {
  const join = joinOf(kind);
  return (
    join &&
    `select distinct j.${quote(join.entity)} as id from ${quoteTable(join.table)} j
      where j.${quote(join.where)} = ${place} order by 1`
  );
}

/**
 * What a join table has at a place, with its rows called `e`; null for a kind without one. Each is looked up by its id:
 * left to itself, PostgreSQL would read the whole table for some hundred of them.
 */
export function fromJoin(bound: BoundKind, place: string): string | null {
  const ids = idsAt(bound, place);
  const { kind } = bound;
  const one = `select ${rawColumns(bound)} from ${fromOf(bound)} where e.${quote(kind.id)} = held.id limit 1`;
  return ids === null ? null : `(${ids}) held cross join lateral (${one}) e`;
}

/**
 * How many of a kind that has no parent are in a workspace, at most `most`. It reads an index in its order and stops: left
 * to itself, PostgreSQL may read the table from its beginning, hoping to meet enough of them soon. It is not told the number
 * either, since for a large one it would rather sort.
 */
export function countIn(bound: BoundKind, workspace: string, most: number): string {
  const { kind } = bound;
  const limit = `limit (select ${most})`;
  const ids = idsAt(bound, workspace);
  if (ids !== null || kind.place.by !== 'column') {
    const isThere = `(select true from ${fromOf(bound)} where e.${quote(kind.id)} = held.id limit 1)`;
    return `(select count(*) from (select from (${ids}) held where ${isThere} ${limit}) counted)`;
  }
  const [column, value] = [`e.${quote(kind.place.column)}`, unknown(workspace)];
  const { key, id } = orderOf(bound, 'e.');
  return `(select count(*) from (select from ${fromOf(bound)} where ${column} >= ${value} and ${column} <= ${value}
    order by ${column} desc, ${key.sql} desc, ${id.sql} desc ${limit}) counted)`;
}

/** A value that PostgreSQL plans without knowing it, so that workspaces of all sizes are read alike. */
export const unknown = (value: string): string => `(select ${value})`;
