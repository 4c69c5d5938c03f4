import type { Table } from '../../db/names.js';
import type { Kind } from '../kinds.js';

/** A table whose rows tell of one kind's entities, and how. */
export interface Source {
  /** The kind that it is registered for: its triggers are called after it. */
  readonly kind: string;
  /** Beside the kind's own table, its join table. */
  readonly part: 'rows' | 'joins';
  readonly table: Table;
  /** The kind of the entity that is told of: that of the parent, where the row names one. */
  readonly tells: string;
  /** The column with that entity's id. */
  readonly entity: string;
  /** The column with the workspace; null where the sequencer has to find it. */
  readonly workspace: string | null;
}

/**
 * The tables that tell of a kind. A row says as much as stands in it and no more, so that its trigger reads no other
 * table: whose parent is where, the sequencer asks later.
 */
export function sourcesOf({ name: kind, table, id, place }: Kind): Source[] {
  const own: Source = { kind, part: 'rows', table, tells: kind, entity: id, workspace: null };
  switch (place.by) {
    case 'column':
      return [{ ...own, workspace: place.column }];
    case 'join': {
      const { table: joins, entityColumn: entity, workspaceColumn: workspace } = place;
      return [own, { ...own, part: 'joins', table: joins, entity, workspace }];
    }
    case 'parent':
      return [{ ...own, tells: place.parent.name, entity: place.column }];
    case 'parentJoin':
      return [own, { ...own, part: 'joins', table: place.table, tells: place.parent.name, entity: place.parentColumn }];
  }
}
