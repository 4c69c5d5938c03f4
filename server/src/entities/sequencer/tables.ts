import type { Entity } from 'guildhall/contract';
import { fits } from '../../db/columnTypes.js';
import type { Executor } from '../../db/database.js';
import { ask, quote, quoteTable } from '../../db/names.js';
import type { BoundKind } from '../bind.js';
import { entityColumns, entityJson, fromOf } from '../sql.js';

/** An entity, where it is. */
export interface Placed {
  readonly entityId: string;
  readonly workspaceId: string;
}

/** An entity as the list of a workspace would show it. */
export interface Shown extends Placed {
  readonly entity: Entity;
}

/** Where an entity's workspace stands: the table, and its columns. */
function placeOf({ kind: { table, id, place } }: BoundKind) {
  if (place.by === 'column') return { table, entity: id, workspace: place.column };
  if (place.by === 'join') return { table: place.table, entity: place.entityColumn, workspace: place.workspaceColumn };
  return null;
}

/** Where the parent of an entity stands. */
function upOf({ kind: { table, id, place } }: BoundKind) {
  if (place.by === 'parent') return { table, entity: id, parent: place.column };
  if (place.by === 'parentJoin') return { table: place.table, entity: place.entityColumn, parent: place.parentColumn };
  return null;
}

/** Ids of the column's own type, so that its index serves. What cannot be an id is nowhere. */
const idsFor = ({ idType }: BoundKind, ids: readonly string[]) => ids.filter((id) => fits(idType, id));

/** The parents of these entities, of a kind that has one. */
export async function parentsOf(executor: Executor, bound: BoundKind, ids: readonly string[]): Promise<string[]> {
  const up = upOf(bound);
  if (up === null) return [];
  const parent = `p.${quote(up.parent)}`;
  const text = `select distinct ${parent}::text as id from ${quoteTable(up.table)} p
    where p.${quote(up.entity)} = any($1::${bound.idType}[]) and ${parent} is not null`;
  return (await executor.query(ask<{ id: string }>(text), [idsFor(bound, ids)])).map(({ id }) => id);
}

/** The workspaces that these entities are in, of a kind without a parent. */
export async function placesOf(executor: Executor, bound: BoundKind, ids: readonly string[]): Promise<Placed[]> {
  const place = placeOf(bound);
  if (place === null) return [];
  const [entity, workspace] = [`p.${quote(place.entity)}`, `p.${quote(place.workspace)}`];
  const text = `select distinct ${entity}::text as "entityId", ${workspace}::text as "workspaceId"
    from ${quoteTable(place.table)} p where ${entity} = any($1::${bound.idType}[]) and ${workspace} is not null`;
  return executor.query(ask<Placed>(text), [idsFor(bound, ids)]);
}

/** Those of these entities that are in these workspaces, once for each. */
export async function rowsOf(
  executor: Executor,
  bound: BoundKind,
  ids: readonly string[],
  workspaceIds: readonly string[],
): Promise<Shown[]> {
  const place = placeOf(bound);
  if (place === null) return [];
  const { kind, idType } = bound;
  const id = `e.${quote(kind.id)}`;
  const isJoined = kind.place.by === 'join';
  const join = isJoined ? `join ${quoteTable(place.table)} p on p.${quote(place.entity)} = ${id}` : '';
  const workspace = `${isJoined ? 'p' : 'e'}.${quote(place.workspace)}::text`;
  const text = `select r.id as "entityId", r.workspace_id as "workspaceId", ${entityJson(bound, 'r')} as entity
    from (select ${workspace} as workspace_id, ${entityColumns(bound)} from ${fromOf(bound)} ${join}
           where ${id} = any($1::${idType}[]) and ${workspace} = any($2::text[])) r`;
  const rows = await executor.query(ask<Shown>(text), [idsFor(bound, ids), workspaceIds]);
  const { urlOf } = kind;
  return urlOf === null ? rows : rows.map((row) => ({ ...row, entity: { ...row.entity, url: urlOf(row.entityId) } }));
}
