import type { Entity } from 'guildhall/contract';
import type { Executor } from '../../db/database.js';
import { ask, quote, quoteTable } from '../../db/names.js';
import { iso } from '../../db/sql.js';
import type { Kind } from '../kinds.js';

/** An entity, where it is. */
export interface Placed {
  readonly entityId: string;
  readonly workspaceId: string;
}

/** An entity as the list of a workspace would show it. */
export interface Shown extends Placed {
  readonly entity: Entity;
}

/** What the sequencer asks of the host's tables. Each fails where the table is not as registered. */
export interface EntityTables {
  /** The parents of these entities, of a kind that has one. */
  parentsOf(executor: Executor, kind: Kind, ids: readonly string[]): Promise<string[]>;
  /** The workspaces that these entities are in, of a kind without a parent. */
  placesOf(executor: Executor, kind: Kind, ids: readonly string[]): Promise<Placed[]>;
  /** Those of these entities that are in these workspaces, once for each. */
  rowsOf(executor: Executor, kind: Kind, ids: readonly string[], workspaceIds: readonly string[]): Promise<Shown[]>;
}

/** Where an entity's workspace stands: the table, and its columns. */
function placeOf({ table, id, place }: Kind) {
  if (place.by === 'column') return { table, entity: id, workspace: place.column };
  if (place.by === 'join') return { table: place.table, entity: place.entityColumn, workspace: place.workspaceColumn };
  return null;
}

/** Where the parent of an entity stands. */
function upOf({ table, id, place }: Kind) {
  if (place.by === 'parent') return { table, entity: id, parent: place.column };
  if (place.by === 'parentJoin') return { table: place.table, entity: place.entityColumn, parent: place.parentColumn };
  return null;
}

/** Parameters get the types of the columns, so that the tables' indexes serve. */
function parentsSql(kind: Kind): string | null {
  const up = upOf(kind);
  if (up === null) return null;
  const parent = `p.${quote(up.parent)}`;
  return `select distinct ${parent}::text as id from ${quoteTable(up.table)} p
    where p.${quote(up.entity)} = any($1) and ${parent} is not null`;
}

function placesSql(kind: Kind): string | null {
  const place = placeOf(kind);
  if (place === null) return null;
  const [entity, workspace] = [`p.${quote(place.entity)}`, `p.${quote(place.workspace)}`];
  return `select distinct ${entity}::text as "entityId", ${workspace}::text as "workspaceId"
    from ${quoteTable(place.table)} p where ${entity} = any($1) and ${workspace} is not null`;
}

const columnOr = (name: string | null | undefined, fallback: string) =>
  name === null || name === undefined ? fallback : `e.${quote(name)}`;

function rowsSql(kind: Kind): string | null {
  const place = placeOf(kind);
  if (place === null) return null;
  const id = `e.${quote(kind.id)}`;
  const join = kind.place.by === 'join' ? `join ${quoteTable(place.table)} p on p.${quote(place.entity)} = ${id}` : '';
  const workspace = `${join === '' ? 'e' : 'p'}.${quote(place.workspace)}::text`;
  return `select distinct on (1, 2) ${id}::text as "entityId", ${workspace} as "workspaceId", json_build_object(
      'kind', '${kind.name}', 'id', ${id}::text, 'title', coalesce(${columnOr(kind.title, `''`)}::text, ''),
      'creator', case when u.id is not null then json_build_object('userId', u.id, 'name', u.name, 'imageUrl', u.image_url) end,
      'sharing', case when ${columnOr(kind.sharing, `'private'`)}::text = 'public' then 'public' else 'private' end,
      'createdAt', ${iso(columnOr(kind.createdAt, 'null::timestamptz'))}, 'updatedAt', ${iso(`e.${quote(kind.updatedAt)}`)},
      'icon', ${columnOr(kind.icon, 'null')}::text, 'url', ${columnOr(kind.url, 'null')}::text) as entity
    from ${quoteTable(kind.table)} e ${join}
    left join guildhall.users u on u.id = ${columnOr(kind.creator, 'null')}::text
   where ${id} = any($1) and ${workspace} = any($2::text[])`;
}

/** Makes {@link EntityTables} on SQL. */
export function createEntityTables(): EntityTables {
  return {
    async parentsOf(executor, kind, ids) {
      const text = parentsSql(kind);
      return text === null ? [] : (await executor.query(ask<{ id: string }>(text), [ids])).map(({ id }) => id);
    },
    async placesOf(executor, kind, ids) {
      const text = placesSql(kind);
      return text === null ? [] : executor.query(ask<Placed>(text), [ids]);
    },
    async rowsOf(executor, kind, ids, workspaceIds) {
      const text = rowsSql(kind);
      if (text === null) return [];
      const rows = await executor.query(ask<Shown>(text), [ids, workspaceIds]);
      if (kind.urlOf === null) return rows;
      const { urlOf } = kind;
      return rows.map((row) => ({ ...row, entity: { ...row.entity, url: urlOf(row.entityId) } }));
    },
  };
}
