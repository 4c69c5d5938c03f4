import { quote, quoteTable } from '../db/names.js';
import type { BoundKind } from './bind.js';

/**
 * The rule, in one place: a member of a workspace of the entity reads it, or it is public. Nothing else decides. What
 * follows a parent is where the parent is, and as public.
 *
 * Each function gives SQL over one row, which the caller names. Rows of subqueries are called after it, with a letter
 * more, so that they never hide it, and the same kind gives the same text.
 */

/** The parents of a row: what follows `from`, with each called `p`; null for a kind without. */
function parentsOf({ kind, parent }: BoundKind, row: string) {
  const { place } = kind;
  if (!parent || (place.by !== 'parent' && place.by !== 'parentJoin')) return null;
  const p = `${row}p`;
  const table = `${quoteTable(parent.kind.table)} ${p}`;
  const id = `${p}.${quote(parent.kind.id)}`;
  if (place.by === 'parent') return { parent, p, from: `${table} where ${id} = ${row}.${quote(place.column)}` };
  const j = `${row}j`;
  const from = `${quoteTable(place.table)} ${j} join ${table} on ${id} = ${j}.${quote(place.parentColumn)}
    where ${j}.${quote(place.entityColumn)} = ${row}.${quote(kind.id)}`;
  return { parent, p, from };
}

/** Whether a row is in a workspace. `test` is given the column with the workspace's id. */
function inSome(bound: BoundKind, row: string, test: (column: string) => string): string {
  const { kind } = bound;
  const { place } = kind;
  if (place.by === 'column') return test(`${row}.${quote(place.column)}`);
  if (place.by === 'join') {
    const j = `${row}j`;
    return `exists (select from ${quoteTable(place.table)} ${j} where ${j}.${quote(place.entityColumn)} = ${row}.${quote(kind.id)}
      and ${test(`${j}.${quote(place.workspaceColumn)}`)})`;
  }
  const parents = parentsOf(bound, row);
  return parents ? `exists (select from ${parents.from} and ${inSome(parents.parent, parents.p, test)})` : 'false';
}

/** Whether a row is in a workspace, whose id is an expression of the type that the host's column has. */
export const inWorkspace = (bound: BoundKind, row: string, workspace: string): string =>
  inSome(bound, row, (column) => `${column} = ${workspace}`);

/**
 * Whether everybody reads a row. Null, and every other value, is not public. Of parents this asks for a value, row by row:
 * an `exists` among the columns of a page would let PostgreSQL read all parents there are instead.
 */
export function isPublic(bound: BoundKind, row: string): string {
  const { sharing } = bound.kind;
  const parents = parentsOf(bound, row);
  if (parents) return `coalesce((select bool_or(${isPublic(parents.parent, parents.p)}) from ${parents.from}), false)`;
  return sharing === null ? 'false' : `coalesce(${row}.${quote(sharing)}::text = 'public', false)`;
}

const MINE = (user: string) => `select m.workspace_id from guildhall.members m
  join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null where m.user_id = ${user}`;

/** Whether a row is in a workspace of somebody’s. `user` is an expression with their id as text. */
const inMine = (bound: BoundKind, row: string, user: string): string =>
  inSome(bound, row, (column) => `${column}::text collate "C" in (${MINE(user)})`);

/** Whether somebody reads a row. Nobody, as null, reads what is public. */
export const readableBy = (bound: BoundKind, row: string, user: string): string =>
  `(${inMine(bound, row, user)} or ${isPublic(bound, row)})`;

/** Whether somebody reads a row as a member of this one workspace. */
export const readableIn = (bound: BoundKind, row: string, workspace: string, user: string): string =>
  `(${inWorkspace(bound, row, workspace)} and ${workspace}::text in (${MINE(user)}))`;
