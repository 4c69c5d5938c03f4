import { createHash } from 'node:crypto';
import { quote, quoteTable } from '../../db/names.js';
import type { Table } from '../../db/names.js';
import type { BoundKind } from '../bind.js';
import { orderOf } from '../sql.js';

/** A column of an index, or an expression. */
export interface IndexPart {
  /** As SQL has it, with its collation. */
  readonly sql: string;
  /** Null for an expression. */
  readonly column: string | null;
  /** Whether it is sorted by, and not only compared: then its direction matters. */
  readonly isSorted: boolean;
  /** Whether it is compared byte by byte, whatever the column’s own collation. */
  readonly isBytewise: boolean;
}

/** An index that lists, counts or single entities need. */
export interface WantedIndex {
  readonly table: Table;
  /** What is slow without it. */
  readonly purpose: string;
  readonly parts: readonly IndexPart[];
}

const equal = (column: string): IndexPart => ({ sql: quote(column), column, isSorted: false, isBytewise: false });

/** What lists are sorted by, where they are. */
function sortedBy(bound: BoundKind, place: string): IndexPart[] {
  const { key, id } = orderOf(bound, '');
  const { updatedAt, id: idColumn } = bound.kind;
  return [
    { ...equal(place), isSorted: true },
    { sql: key.sql, column: key.sql === quote(updatedAt) ? updatedAt : null, isSorted: true, isBytewise: false },
    { sql: id.sql, column: idColumn, isSorted: true, isBytewise: id.sql !== quote(idColumn) },
  ];
}

/** How a kind is found by where it is: by columns of its own in the order of its lists, by its join table both ways. */
function byPlace(bound: BoundKind): WantedIndex[] {
  const { table, place, name } = bound.kind;
  const purpose = `lists of ${name}`;
  switch (place.by) {
    case 'column':
    case 'parent':
      return [{ table, purpose, parts: sortedBy(bound, place.column) }];
    case 'join':
    case 'parentJoin': {
      const where = place.by === 'join' ? place.workspaceColumn : place.parentColumn;
      const [what, there] = [equal(place.entityColumn), equal(where)];
      return [
        { table: place.table, purpose, parts: [there, what] },
        { table: place.table, purpose: `where one ${name} is`, parts: [what, there] },
      ];
    }
  }
}

/** In one direction, whichever: it is read from either end. */
const textOf = ({ parts }: WantedIndex) => parts.map(({ sql }) => sql).join(', ');

/** Every index that these kinds need, once. */
export function wantedIndexes(kinds: readonly BoundKind[]): WantedIndex[] {
  const wanted = kinds.flatMap((bound) => {
    const { table, id, name } = bound.kind;
    return [{ table, purpose: `one ${name} by its id`, parts: [equal(id)] }, ...byPlace(bound)];
  });
  const byText = new Map(wanted.map((one) => [`${quoteTable(one.table)} ${textOf(one)}`, one]));
  return [...byText.values()];
}

const NAME_BYTES = 40;

/** A name that says the table, and changes with the columns. PostgreSQL takes 63 bytes. */
export function indexNameOf(index: WantedIndex): string {
  let name = '';
  for (const character of index.table.name) {
    if (Buffer.byteLength(name + character) > NAME_BYTES) break;
    name += character;
  }
  const hash = createHash('sha256').update(textOf(index)).digest('hex').slice(0, 8);
  return `guildhall_${name}_${hash}`;
}

/** The statement that makes it. Partitioned tables cannot have it made while others write. */
export function createIndexSql(index: WantedIndex, isPartitioned: boolean): string {
  const how = isPartitioned ? '' : 'concurrently ';
  return `create index ${how}if not exists ${quote(indexNameOf(index))} on ${quoteTable(index.table)} (${textOf(index)});`;
}
