import type { WorldEntityKind } from '../../../../src/testing/world.js';
import { quote, quoteTable } from '../../../src/db/names.js';
import type { Table } from '../../../src/db/names.js';
import type { EntityOptions } from '../../../src/entities/options.js';
import type { EntitiesOptions } from '../../../src/entities/toKinds.js';

/** How a host calls the columns that entities have. */
interface Names {
  readonly id: string;
  readonly workspace: string;
  readonly sharing: string;
  readonly creator: string;
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const USUAL: Names = {
  id: 'id',
  workspace: 'workspace_id',
  sharing: 'sharing',
  creator: 'user_id',
  title: 'name',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
/** As nobody would call them, so that a name which is not quoted, or not looked up, shows. */
const ODD: Names = {
  id: 'No.',
  workspace: 'Space',
  sharing: 'seen "by"',
  creator: 'author',
  title: 'Heading',
  createdAt: 'made',
  updatedAt: 'last touched',
};

/** A join table: what is placed, and where. */
export interface Join extends Table {
  readonly entity: string;
  readonly place: string;
}

/** One kind as the host of a harness keeps it. */
export interface HostKind {
  readonly kind: WorldEntityKind;
  readonly table: Table;
  readonly names: Names;
  readonly hasSharing: boolean;
  /** The column of the table itself with its workspace, or with its parent. */
  readonly placeColumn: string | null;
  readonly join: Join | null;
  readonly isOdd: boolean;
}

const SCHEMA = 'Studio';

function joinOf(kind: string, place: string, isOdd: boolean): Join {
  return isOdd
    ? { schema: SCHEMA, name: `where ${kind}s are`, entity: 'what', place: 'where' }
    : { schema: SCHEMA, name: `${kind}_${place}s`, entity: `${kind}_id`, place: `${place}_id` };
}

/** What follows something joined is its by a join table, too. */
function hostKindOf(kind: WorldEntityKind, nth: number, all: readonly WorldEntityKind[]): HostKind {
  const { kind: name, parent, isJoined = false, canBePublic = true } = kind;
  const isOdd = nth % 3 !== 0;
  const names = isOdd ? ODD : USUAL;
  const hasJoin = parent === undefined ? isJoined : all.some((one) => one.kind === parent && one.isJoined === true);
  return {
    kind,
    table: { schema: SCHEMA, name: isOdd ? `All ${name}s` : `${name}s` },
    names,
    hasSharing: parent === undefined && canBePublic,
    placeColumn: hasJoin ? null : parent === undefined ? names.workspace : isOdd ? 'Belongs to' : `${parent}_id`,
    join: hasJoin ? joinOf(name, parent ?? 'workspace', isOdd) : null,
    isOdd,
  };
}

/** The kinds of a world as a host keeps them, each otherwise: names, types, ways to be in a workspace. */
export const hostKindsOf = (kinds: readonly WorldEntityKind[]): HostKind[] => kinds.map(hostKindOf);

function columnsOf({ names, hasSharing, placeColumn, isOdd }: HostKind): string[] {
  const time = isOdd ? 'timestamp' : 'timestamptz';
  const text = isOdd ? 'varchar(300)' : 'text';
  return [
    `${quote(names.id)} ${text} primary key`,
    ...(placeColumn === null ? [] : [`${quote(placeColumn)} ${text}`]),
    ...(hasSharing ? [`${quote(names.sharing)} ${text} not null`] : []),
    `${quote(names.creator)} ${text}`,
    `${quote(names.title)} ${text}`,
    `${quote(names.createdAt)} ${time} not null`,
    `${quote(names.updatedAt)} ${time} not null`,
    'icon text',
    'url text',
  ];
}

/** The statements that make the tables, in place of any that were there. */
export function tablesSql(kinds: readonly HostKind[]): string[] {
  return [
    `drop schema if exists ${quote(SCHEMA)} cascade`,
    `create schema ${quote(SCHEMA)}`,
    ...kinds.flatMap((kind) => {
      const { table, names, join } = kind;
      const own = `create table ${quoteTable(table)} (${columnsOf(kind).join(', ')})`;
      if (!join) return [own];
      const [entity, place] = [quote(join.entity), quote(join.place)];
      const reference = `references ${quoteTable(table)} (${quote(names.id)}) on delete cascade`;
      const columns = `${entity} varchar(300) not null ${reference}, ${place} varchar(300) not null`;
      return [own, `create table ${quoteTable(join)} (${columns}, primary key (${entity}, ${place}))`];
    }),
  ];
}

/** Every table of these kinds. */
export const tablesOf = (kinds: readonly HostKind[]): string[] =>
  kinds.flatMap(({ table, join }) => [quoteTable(table), ...(join ? [quoteTable(join)] : [])]);

function optionsOf({ kind, table, names, hasSharing, placeColumn, join }: HostKind): EntityOptions {
  const { workspace, sharing, ...columns } = names;
  const { parent } = kind;
  return {
    table,
    columns: {
      ...columns,
      icon: 'icon',
      url: 'url',
      ...(parent === undefined && { sharing: hasSharing ? sharing : null }),
      ...(parent === undefined && !join && { workspace }),
    },
    ...(parent !== undefined && { parent }),
    ...(parent !== undefined && placeColumn !== null && { parentColumn: placeColumn }),
    ...(join && { via: { table: { schema: join.schema, name: join.name }, entity: join.entity, other: join.place } }),
  };
}

/** What the host registers. */
export const registrationOf = (kinds: readonly HostKind[]): EntitiesOptions =>
  Object.fromEntries(kinds.map((kind) => [kind.kind.kind, optionsOf(kind)]));
