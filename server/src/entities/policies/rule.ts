import { quote } from '../../db/names.js';
import type { Kind } from '../kinds.js';

/** Who asks, as SQL: their id as text, and the ids of their workspaces as an array of text. */
export interface Viewer {
  readonly me: string;
  readonly mine: string;
}

/** What a function of the policies is asked about an entity, by its id. */
export type Question = 'loose' | 'in' | 'public_in' | 'holds' | 'public' | 'writes';

/** A function of the policies as SQL has it. */
export const functionOf = (question: Question, kind: Kind): string =>
  `guildhall.${quote(`policy_${question}_${kind.name}`)}`;

/** The column of a row: by the row’s alias in a function, by itself in a policy. */
export const columnOf = (row: string, name: string): string => (row === '' ? quote(name) : `${row}.${quote(name)}`);

/** Alternatives, of which the impossible ones are left out. */
export const anyOf = (alternatives: readonly string[]): string => {
  const possible = [...new Set(alternatives)].filter((one) => one !== 'false');
  if (possible.length <= 1) return possible[0] ?? 'false';
  return possible.map((one) => `(${one})`).join(' or ');
};

/** The place of a kind, where its own row names it: the column. Null where a join table does. */
export const placeColumn = ({ place }: Kind): string | null =>
  place.by === 'column' || place.by === 'parent' ? place.column : null;

const isOwn = (kind: Kind, row: string, { me }: Viewer) =>
  kind.creator === null ? null : `${columnOf(row, kind.creator)}::text = ${me}`;

/** The rule as SQL over one row. `siblings` are the kinds of the same table, itself among them. */
export interface Rule {
  /** Whether it is in a workspace of the viewer’s, by any of these. */
  holds(kind: Kind, row: string, viewer: Viewer): readonly string[];
  /** Whether everybody reads it. */
  isPublic(kind: Kind, row: string): string;
  /** Whether the viewer may change and delete it, and put it where it is. */
  writes(kind: Kind, row: string, viewer: Viewer): string;
  siblings(kind: Kind): readonly Kind[];
}

/** @param kinds all that are registered */
export function createRule(kinds: readonly Kind[]): Rule {
  const keyOf = ({ table }: Kind) => JSON.stringify([table.schema, table.name]);
  const siblings = (kind: Kind) => kinds.filter((other) => keyOf(other) === keyOf(kind));

  /** Between its insert and the row that puts it somewhere, an entity with a join table is in no workspace: its creator’s alone. */
  const isLooseOfMine = (kind: Kind, row: string, viewer: Viewer) => {
    const own = isOwn(kind, row, viewer);
    if (own === null) return 'false';
    const columns = siblings(kind).flatMap((other) => placeColumn(other) ?? []);
    const nowhere = columns.map((column) => ` and ${columnOf(row, column)} is null`).join('');
    return `${own}${nowhere} and ${functionOf('loose', siblings(kind)[0] ?? kind)}(${columnOf(row, kind.id)})`;
  };

  const holds: Rule['holds'] = (kind, row, viewer) => {
    const { place } = kind;
    const { me, mine } = viewer;
    if (place.by === 'column') return [`${columnOf(row, place.column)}::text = any (${mine})`];
    if (place.by === 'parent')
      return [`${functionOf('holds', place.parent)}(${columnOf(row, place.column)}, ${me}, ${mine})`];
    const isIn = `${functionOf('in', kind)}(${columnOf(row, kind.id)}, ${me}, ${mine})`;
    return [isIn, isLooseOfMine(kind, row, viewer)];
  };

  const isPublic: Rule['isPublic'] = (kind, row) => {
    const { place, sharing } = kind;
    if (place.by === 'parent') return `${functionOf('public', place.parent)}(${columnOf(row, place.column)})`;
    if (place.by === 'parentJoin') return `${functionOf('public_in', kind)}(${columnOf(row, kind.id)})`;
    return sharing === null ? 'false' : `${columnOf(row, sharing)}::text = 'public'`;
  };

  const writes: Rule['writes'] = (kind, row, viewer) => {
    const { place } = kind;
    const { me, mine } = viewer;
    if (place.by === 'parent')
      return `${functionOf('writes', place.parent)}(${columnOf(row, place.column)}, ${me}, ${mine})`;
    const own = isOwn(kind, row, viewer);
    return own === null ? 'false' : `${own} and (${anyOf(holds(kind, row, viewer))})`;
  };

  return { holds, isPublic, writes, siblings };
}
