import type { Table } from '../db/names.js';

/** Where the workspaces of a kind's entities are found. */
export type Place =
  /** In a column of its own table. */
  | { readonly by: 'column'; readonly column: string }
  /** In a join table: an entity may be in many. */
  | { readonly by: 'join'; readonly table: Table; readonly entityColumn: string; readonly workspaceColumn: string }
  /** Where its parent is, which a column of its own table names. */
  | { readonly by: 'parent'; readonly parent: Kind; readonly column: string }
  /** Where its parents are, which a join table names. */
  | {
      readonly by: 'parentJoin';
      readonly parent: Kind;
      readonly table: Table;
      readonly entityColumn: string;
      readonly parentColumn: string;
    };

/** One kind of the host's entities, with every name filled in. Nothing in it has been compared with the database yet. */
export interface Kind {
  readonly name: string;
  readonly table: Table;
  readonly id: string;
  readonly place: Place;
  readonly sharing: string | null;
  readonly creator: string | null;
  readonly title: string | null;
  /** Undefined: `created_at`, where there is one. */
  readonly createdAt: string | null | undefined;
  readonly updatedAt: string;
  readonly icon: string | null;
  readonly url: string | null;
  readonly urlOf: ((id: string) => string) | null;
}

/** The kind that a kind is right below, or null. */
export const parentOf = ({ place }: Kind): Kind | null => ('parent' in place ? place.parent : null);

/** The kind that a kind is below, in the end: itself where it has no parent. */
export function rootOf(kind: Kind): Kind {
  const parent = parentOf(kind);
  return parent === null ? kind : rootOf(parent);
}

/** How many kinds a kind is below. */
export function depthOf(kind: Kind): number {
  const parent = parentOf(kind);
  return parent === null ? 0 : 1 + depthOf(parent);
}
