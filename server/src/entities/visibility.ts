import { quote, quoteTable } from '../db/names.js';
import type { BoundKind } from './bind.js';

/**
 * The rule, in one place: a member of a workspace of the entity reads it, or it is public. Nothing else decides. What
 * follows a parent is where the parent is, and as public.
 *
 * Each function gives SQL over one row, which the caller names. Rows of subqueries are called after it, with a letter
 * more, so that they never hide it, and the same kind gives the same text.
 */

/** The parents of a row, as a condition on one called `p`. */
function withParent({ kind, parent }: BoundKind, row: string, condition: (parent: BoundKind, row: string) => string) {
  const { place } = kind;
  if (!parent || (place.by !== 'parent' && place.by !== 'parentJoin')) return 'false';
  const p = `${row}p`;
  const from = `${quoteTable(parent.kind.table)} ${p}`;
  const id = `${p}.${quote(parent.kind.id)}`;
  if (place.by === 'parent')
    return `exists (select from ${from} where ${id} = ${row}.${quote(place.column)} and ${condition(parent, p)})`;
  const j = `${row}j`;
  return `exists (select from ${quoteTable(place.table)} ${j} join ${from} on ${id} = ${j}.${quote(place.parentColumn)}
    where ${j}.${quote(place.entityColumn)} = ${row}.${quote(kind.id)} and ${condition(parent, p)})`;
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
  return withParent(bound, row, (parent, p) => inSome(parent, p, test));
}

/** Whether a row is in a workspace, whose id is an expression of the type that the host's column has. */
export const inWorkspace = (bound: BoundKind, row: string, workspace: string): string =>
  inSome(bound, row, (column) => `${column} = ${workspace}`);

/** Whether everybody reads a row. Null, and every other value, is not public. */
export function isPublic(bound: BoundKind, row: string): string {
  const { kind } = bound;
  if (kind.place.by === 'parent' || kind.place.by === 'parentJoin') return withParent(bound, row, isPublic);
  return kind.sharing === null ? 'false' : `coalesce(${row}.${quote(kind.sharing)}::text = 'public', false)`;
}

const MINE = (user: string) => `select m.workspace_id from guildhall.members m
  join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null where m.user_id = ${user}`;

/** Whether a row is in a workspace of somebody’s. `user` is an expression with their id as text. */
export const inMine = (bound: BoundKind, row: string, user: string): string =>
  inSome(bound, row, (column) => `${column}::text in (${MINE(user)})`);

/** Whether somebody reads a row. Nobody, as null, reads what is public. */
export const readableBy = (bound: BoundKind, row: string, user: string): string =>
  `(${inMine(bound, row, user)} or ${isPublic(bound, row)})`;

/** Whether somebody reads a row as a member of this one workspace. */
export const readableIn = (bound: BoundKind, row: string, workspace: string, user: string): string =>
  `(${inWorkspace(bound, row, workspace)} and ${workspace}::text in (${MINE(user)}))`;
