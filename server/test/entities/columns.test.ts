import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntitiesOptions } from '../../src/entities/toKinds.js';
import type { Services } from '../../src/services.js';
import { createServices } from '../../src/services.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { identityOf, testDeps } from '../support/inProcess.js';
import { seedWorld } from '../support/seedWorld.js';
import { run } from './indexedTables.js';

const UUID = '00000000-0000-4000-8000-000000000001';
const IDS = [
  ['uuid', UUID],
  ['text', 'a'],
  ['varchar(40)', 'a'],
  ['text collate "POSIX"', 'p'],
  ['char(4)', 'abcd'],
  ['smallint', '7'],
  ['integer', '70000'],
  ['bigint', '9007199254740993'],
] as const;
/** What is an id of some of these types and not of others, or of none. */
const NO_IDS = [
  '',
  'b',
  '1e3',
  '07',
  '+7',
  '7.0',
  '99999999999999999999',
  '32768',
  `${UUID}0`,
  "'",
  '\0',
  '7 ',
  'null',
];

const none = { title: null, creator: null, sharing: null } as const;
/** A kind for each type of id, whose workspaces are of the same type, and one for each way to keep time. */
const typed = (nth: number) => ({ table: `t${nth}`, columns: none });
const REGISTERED: EntitiesOptions = {
  ...Object.fromEntries(IDS.map((_, nth) => [`t${nth}`, typed(nth)])),
  ...Object.fromEntries(
    IDS.map((_, nth) => [
      `below${nth}`,
      { table: `b${nth}`, parent: `t${nth}`, parentColumn: 'of', columns: { title: null, creator: null } },
    ]),
  ),
  zoned: { table: 'zoned', columns: none },
  plain: { table: 'plain', columns: none },
  undated: { table: 'undated', columns: none },
};

const mia = { id: 'mia', email: 'mia@acme.example', name: 'Mia' };

describe.each(DATABASE_KINDS)('columns of the host, on %s', (kind) => {
  let test: TestDatabase;
  let services: Services;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    for (const [nth, [type, id]] of IDS.entries()) {
      await run(
        test.database,
        `create table t${nth} (id ${type} primary key, workspace_id ${type}, updated_at timestamptz not null default now())`,
      );
      await run(
        test.database,
        `create table b${nth} (id ${type} primary key, "of" ${type}, updated_at timestamptz not null default now())`,
      );
      await run(test.database, `insert into t${nth} values ('${id}', '${id}')`);
      await run(test.database, `insert into b${nth} values ('${id}', '${id}')`);
    }
    const columns = `(id int primary key, workspace_id text, updated_at`;
    await run(test.database, `create table zoned ${columns} timestamptz not null)`);
    await run(test.database, `create table plain ${columns} timestamp not null)`);
    await run(test.database, `create table undated ${columns} timestamptz, created_at timestamptz)`);
    const ids = ['acme', ...new Set(IDS.map(([, id]) => id))];
    const workspaces = ids.map((id) => ({ id, name: id, members: [{ userId: 'mia', role: 'owner' as const }] }));
    await seedWorld(test.database, { now: '2026-03-02T09:00:00.000Z', users: [mia], workspaces });
    services = createServices(testDeps(test.database, { entities: REGISTERED }));
  });
  afterAll(() => test.dispose());

  const readAll = async (workspaceId: string, kindName: string, limit: number) => {
    const items = [];
    let cursor: string | undefined;
    do {
      const input = { workspaceId, kind: kindName, limit, ...(cursor !== undefined && { cursor }) };
      const page = await services.operations['entities.list'](identityOf(mia), input);
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  };

  it.each(IDS.map(([type, id], nth) => [type, id, nth] as const))('of type %s hold ids', async (_type, id, nth) => {
    const { operations, host } = services;
    const [one, below] = [`t${nth}`, `below${nth}`];
    const get = (name: string, entityId: string) =>
      operations['entities.get'](identityOf(mia), { kind: name, entityId });
    expect(await get(one, id)).toMatchObject({ entity: { id }, workspaceId: id });
    expect(await get(below, id)).toMatchObject({ entity: { id }, workspaceId: id });
    expect(await host.entities.canRead('mia', below, id)).toBe(true);
    expect(await readAll(id, one, 1)).toMatchObject([{ id }]);
    const children = { workspaceId: id, kind: below, parentId: id };
    expect((await operations['entities.list'](identityOf(mia), children)).items).toMatchObject([{ id }]);
    const { counts } = await operations['entities.counts'](identityOf(mia), { workspaceId: id });
    expect(counts.find((count) => count.kind === one)).toMatchObject({ count: 1 });

    for (const no of NO_IDS.filter((text) => text !== id)) {
      await expect(get(one, no), no).rejects.toMatchObject({ code: 'not_found' });
      expect(await host.entities.canRead('mia', one, no)).toBe(false);
      const lost = operations['entities.list'](identityOf(mia), { ...children, parentId: no });
      await expect(lost, no).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('of other types than its workspaces are hold nothing of a workspace', async () => {
    for (const [nth, [type]] of IDS.entries()) expect(await readAll('acme', `t${nth}`, 1), type).toEqual([]);
    const { counts } = await services.operations['entities.counts'](identityOf(mia), { workspaceId: 'acme' });
    expect(counts.map(({ count }) => count)).toEqual(counts.map(() => 0));
  });

  it.each(['zoned', 'plain'])('tell moments apart to the microsecond: %s', async (name) => {
    const moments = Array.from({ length: 9 }, (_, nth) => `(${nth}, 'acme', '2026-03-02T09:00:00.00000${nth}Z')`);
    await run(test.database, `insert into ${name} values ${moments.join(', ')}`);
    const items = await readAll('acme', name, 2);
    expect(items.map(({ id }) => id).join('')).toBe('876543210');
    expect(new Set(items.map(({ updatedAt }) => updatedAt))).toEqual(new Set(['2026-03-02T09:00:00.000Z']));
  });

  it('that say no moment put a row where it was made, or at the end', async () => {
    await run(
      test.database,
      `insert into undated values (1, 'acme', null, null), (2, 'acme', null, null), (3, 'acme', null, null),
         (4, 'acme', null, '2026-03-02T09:00:00Z'), (5, 'acme', '2026-03-02T08:00:00Z', '2026-03-02T10:00:00Z'), (6, 'acme', 'infinity', null)`,
    );
    for (const limit of [1, 2, 10]) {
      const items = await readAll('acme', 'undated', limit);
      expect(items.map(({ id }) => id).join('')).toBe('645321');
      expect(items.every(({ updatedAt }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(updatedAt))).toBe(true);
    }
  });
});
