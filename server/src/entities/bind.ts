import { isInteger } from '../db/columnTypes.js';
import { quoteTable } from '../db/names.js';
import type { Table } from '../db/names.js';
import type { Catalog, FoundColumn } from './catalog.js';
import { parentOf } from './kinds.js';
import type { Kind } from './kinds.js';

/** A kind whose tables are as registered, with what SQL has to know of them. */
export interface BoundKind {
  readonly kind: Kind;
  /** The type of the id's column, and so of what names it elsewhere. */
  readonly idType: string;
  /** The type of the column with the workspace; of a kind with a parent, that of the root. */
  readonly workspaceType: string;
  readonly creatorType: string | null;
  readonly updatedAt: FoundColumn;
  readonly createdAt: { readonly name: string; readonly type: string } | null;
  /** Bound too. Null for a kind without one. */
  readonly parent: BoundKind | null;
}

/** Why a kind cannot be read: what is not as registered, and the fix. */
export interface Unbound {
  readonly kind: Kind;
  readonly problem: string;
}

export const isBound = (one: BoundKind | Unbound): one is BoundKind => !('problem' in one);

const IDS = /^(?:uuid|text|character varying|bpchar|bigint|integer|smallint)$/;
const TIMES = /^timestamp (?:with|without) time zone$/;

/** Types of one family are compared as they are. */
function familyOf(type: string): string {
  if (isInteger(type)) return 'integer';
  return type === 'uuid' ? 'uuid' : 'text';
}

class Misfit extends Error {}

/** Looks columns up, and says what is wrong in the words of the registration. */
class Lookup {
  constructor(
    private readonly catalog: Catalog,
    private readonly name: string,
  ) {}

  column(table: Table, column: string, option: string, types?: RegExp): FoundColumn {
    const where = quoteTable(table);
    const columns = this.catalog.get(where);
    if (!columns)
      throw new Misfit(
        `There is no table ${where}, or this role may not see it: name the right one in entities.${this.name}, or make it.`,
      );
    const found = columns.get(column);
    const setting = `entities.${this.name}.${option}`;
    if (!found)
      throw new Misfit(
        `The table ${where} has no column "${column}": name the right one in ${setting}. It has ${[...columns.keys()].join(', ')}.`,
      );
    if (!found.isReadable)
      throw new Misfit(
        `This role may not read the column "${column}" of ${where}: grant it \`select\` there, and \`usage\` on the schema, or name another in ${setting}.`,
      );
    if (types && !types.test(found.type))
      throw new Misfit(
        `The column "${column}" of ${where} is of type ${found.type}, which cannot be used: name another in ${setting}.`,
      );
    return found;
  }

  /** A column that names entities of a kind, or workspaces: what it is compared with has to be like it. */
  reference(table: Table, column: string, option: string, { type, of }: { type: string; of: string }): FoundColumn {
    const found = this.column(table, column, option, IDS);
    if (familyOf(found.type) !== familyOf(type))
      throw new Misfit(
        `The column "${column}" of ${quoteTable(table)} is of type ${found.type}, and the ids of ${of} are of type ${type}, so that none is equal: name another in entities.${this.name}.${option}, or give them one type.`,
      );
    return found;
  }

  has(table: Table, column: string): boolean {
    return this.catalog.get(quoteTable(table))?.has(column) ?? false;
  }
}

/** Where it is. @returns the type of the workspaces' ids there */
function bindPlace(lookup: Lookup, { table, place, name }: Kind, idType: string, parent: BoundKind | null): string {
  const own = { type: idType, of: name };
  const up = { type: parent?.idType ?? 'text', of: parent?.kind.name ?? '' };
  switch (place.by) {
    case 'column':
      return lookup.column(table, place.column, 'columns.workspace', IDS).type;
    case 'join':
      lookup.reference(place.table, place.entityColumn, 'via.entity', own);
      return lookup.column(place.table, place.workspaceColumn, 'via.other', IDS).type;
    case 'parent':
      lookup.reference(table, place.column, 'parentColumn', up);
      break;
    case 'parentJoin':
      lookup.reference(place.table, place.entityColumn, 'via.entity', own);
      lookup.reference(place.table, place.parentColumn, 'via.other', up);
  }
  return parent?.workspaceType ?? 'text';
}

function bindOne(lookup: Lookup, kind: Kind, parent: BoundKind | null): BoundKind {
  const { table, name } = kind;
  const idType = lookup.column(table, kind.id, 'columns.id', IDS).type;
  const workspaceType = bindPlace(lookup, kind, idType, parent);
  const optional = (column: string | null | undefined, option: string) => {
    if (column === null || column === undefined) return null;
    return { name: column, ...lookup.column(table, column, `columns.${option}`) };
  };
  optional(kind.sharing, 'sharing');
  optional(kind.title, 'title');
  optional(kind.icon, 'icon');
  optional(kind.url, 'url');
  const usual = lookup.has(table, 'created_at') ? 'created_at' : null;
  const created = kind.createdAt === undefined ? usual : kind.createdAt;
  if (created !== null) lookup.column(table, created, 'columns.createdAt', TIMES);
  return {
    kind,
    idType,
    workspaceType,
    creatorType: optional(kind.creator, 'creator')?.type ?? null,
    updatedAt: lookup.column(table, kind.updatedAt, 'columns.updatedAt', TIMES),
    createdAt: created === null ? null : { name: created, type: lookup.column(table, created, name).type },
    parent,
  };
}

/** Compares kinds with the database. What is wrong with one is no concern of the others, but of those below it. */
export function bindKinds(kinds: readonly Kind[], catalog: Catalog): ReadonlyMap<string, BoundKind | Unbound> {
  const bound = new Map<string, BoundKind | Unbound>();
  const bind = (kind: Kind): BoundKind | Unbound => {
    const known = bound.get(kind.name);
    if (known) return known;
    const above = parentOf(kind);
    const parent = above && bind(above);
    const result = ((): BoundKind | Unbound => {
      if (parent && !isBound(parent)) return { kind, problem: `Its parent cannot be read. ${parent.problem}` };
      try {
        return bindOne(new Lookup(catalog, kind.name), kind, parent);
      } catch (error) {
        if (error instanceof Misfit) return { kind, problem: error.message };
        throw error;
      }
    })();
    bound.set(kind.name, result);
    return result;
  };
  for (const kind of kinds) bind(kind);
  return bound;
}
