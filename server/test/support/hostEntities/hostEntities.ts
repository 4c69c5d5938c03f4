import { sql } from 'drizzle-orm';
import type { HarnessEntities, World, WorldEntity } from '../../../../src/testing/world.js';
import type { Database, Executor } from '../../../src/db/database.js';
import { ask, quote, quoteTable } from '../../../src/db/names.js';
import { toKinds } from '../../../src/entities/toKinds.js';
import type { EntitiesOptions } from '../../../src/entities/toKinds.js';
import { syncTriggers } from '../../../src/entities/triggers/sync.js';
import { hostKindsOf, registrationOf, tablesOf, tablesSql } from './tables.js';
import type { HostKind } from './tables.js';

const FIELDS = ['id', 'place', 'sharing', 'creator', 'title', 'createdAt', 'updatedAt', 'icon', 'url'] as const;

/** Each field of a row as JSON, and the column that has it. */
function columnsOf({ names, hasSharing, placeColumn, isOdd }: HostKind): [string, string][] {
  const moment = (field: string) => `r.${quote(field)}::timestamptz${isOdd ? ` at time zone 'UTC'` : ''}`;
  return [
    [names.id, 'r.id'],
    ...(placeColumn === null ? [] : [[placeColumn, 'r.place'] satisfies [string, string]]),
    ...(hasSharing ? [[names.sharing, 'r.sharing'] satisfies [string, string]] : []),
    [names.creator, 'r.creator'],
    [names.title, 'r.title'],
    [names.createdAt, moment('createdAt')],
    [names.updatedAt, moment('updatedAt')],
    ['icon', 'r.icon'],
    ['url', 'r.url'],
  ];
}

function putSql(kind: HostKind): string {
  const columns = columnsOf(kind);
  const names = columns.map(([name]) => quote(name));
  const record = FIELDS.map((field) => `${quote(field)} text`).join(', ');
  return `insert into ${quoteTable(kind.table)} (${names.join(', ')})
    select ${columns.map(([, value]) => value).join(', ')} from jsonb_to_recordset(($1::text)::jsonb) r(${record})
    on conflict (${quote(kind.names.id)}) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
}

const placesOf = ({ workspaceIds = [], parentId }: WorldEntity) =>
  typeof parentId === 'string' ? [parentId] : workspaceIds;

async function place(executor: Executor, { join }: HostKind, entities: readonly WorldEntity[]): Promise<void> {
  if (!join) return;
  const [table, what, where] = [quoteTable(join), quote(join.entity), quote(join.place)];
  const wanted = `select * from jsonb_to_recordset(($1::text)::jsonb) r(id text, place text)`;
  const places = entities.flatMap((entity) => placesOf(entity).map((one) => ({ id: entity.id, place: one })));
  const json = JSON.stringify(places);
  const ids = entities.map(({ id }) => id);
  const gone = `delete from ${table} where ${what} = any($2::text[]) and (${what}, ${where}) not in (${wanted})`;
  await executor.query(ask<never>(gone), [json, ids]);
  await executor.query(ask<never>(`insert into ${table} (${what}, ${where}) ${wanted} on conflict do nothing`), [json]);
}

/** Writes as a host does that knows nothing of Guildhall: one statement for the rows, others for the join table. */
async function put(database: Database, kind: HostKind, entities: readonly WorldEntity[], now: string): Promise<void> {
  const rows = entities.map((entity) => ({
    id: entity.id,
    place: placesOf(entity)[0] ?? null,
    sharing: entity.sharing ?? 'private',
    creator: entity.creatorId ?? null,
    title: entity.title ?? null,
    createdAt: entity.createdAt ?? now,
    updatedAt: entity.updatedAt ?? now,
    icon: entity.icon ?? null,
    url: entity.url ?? null,
  }));
  await database.transaction(async (executor) => {
    await executor.query(ask<never>(putSql(kind)), [JSON.stringify(rows)]);
    await place(executor, kind, entities);
  });
}

/** The kinds whose tables a database has. */
const made = new WeakMap<Database, string>();

/** Makes the tables with their triggers, or empties those that are there: the next world mostly has the same. */
async function prepare(database: Database, kinds: readonly HostKind[]): Promise<void> {
  const run = (text: string) => database.orm.execute(sql.raw(text));
  const key = JSON.stringify(kinds);
  if (made.get(database) === key) {
    await run(`truncate ${tablesOf(kinds).join(', ')}`);
    return;
  }
  made.delete(database);
  for (const text of tablesSql(kinds)) await run(text);
  const reports = await syncTriggers(database, toKinds(registrationOf(kinds)));
  const problems = reports.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  made.set(database, key);
}

/** A host's own tables for one world, and what stands in for its code. */
export interface HostEntities {
  readonly options: EntitiesOptions;
  readonly harness: HarnessEntities;
}

/** Writes what a world's host holds into tables of its own, with triggers. Nothing is told of it: this is how things were before. */
export async function createHostEntities(database: Database, world: World): Promise<HostEntities> {
  const { now, entityKinds = [], entities = [] } = world;
  const kinds = hostKindsOf(entityKinds);
  const kindOf = (name: string) => {
    const found = kinds.find(({ kind }) => kind.kind === name);
    if (!found) throw new Error(`The world has no kind ${name}.`);
    return found;
  };
  if (kinds.length > 0) await prepare(database, kinds);
  for (const kind of kinds) {
    const own = entities.filter((entity) => entity.kind === kind.kind.kind);
    if (own.length > 0) await put(database, kind, own, now);
  }
  await database.orm.execute(sql.raw('truncate guildhall.inbox'));
  return {
    options: registrationOf(kinds),
    harness: {
      put: (entity) => put(database, kindOf(entity.kind), [entity], now),
      async remove(name, id) {
        const { table, names } = kindOf(name);
        await database.query(ask<never>(`delete from ${quoteTable(table)} where ${quote(names.id)} = $1`), [id]);
      },
    },
  };
}
