import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/db/open.js';
import type { Database } from '../../src/db/database.js';
import type { EntitiesOptions } from '../../src/entities/toKinds.js';
import { createServices } from '../../src/services.js';
import { countStatements } from '../support/counting.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { identityOf, testDeps } from '../support/inProcess.js';
import { seedWorld } from '../support/seedWorld.js';
import { run } from './indexedTables.js';

const mia = { id: 'mia', email: 'mia@acme.example', name: 'Mia' };
const ivy = { id: 'ivy', email: 'ivy@acme.example', name: 'Ivy' };
const invitations = [{ id: 'for-ivy', email: ivy.email, role: 'member' as const, invitedBy: 'mia' }];
const acme = { id: 'acme', name: 'Acme', members: [{ userId: 'mia', role: 'owner' as const }], invitations };
const now = new Date().toISOString();

const ROW = `workspace_id text, user_id text, name text, sharing text, updated_at timestamptz not null default now()`;
const TABLES = [
  `create table chats (id uuid primary key default gen_random_uuid(), ${ROW})`,
  `create table notes (id text primary key, ${ROW})`,
  `create table messages (id text primary key, chat_id uuid, ${ROW})`,
  `create table assistants (id uuid primary key, ${ROW})`,
  `create table assistant_workspaces (assistant_id text, workspace_id text)`,
];
const FILL = [
  `insert into chats (workspace_id) values ('acme')`,
  `insert into notes (id, workspace_id) values ('n', 'acme')`,
];
const DROP = 'drop table if exists chats, notes, messages, assistants, assistant_workspaces, gone cascade';

const message: EntitiesOptions[string] = { table: 'messages', parent: 'chat' };

/** A host of two kinds that are right, and others. */
function start(database: Database, others: EntitiesOptions = {}) {
  const told: string[] = [];
  const counted = countStatements(database);
  const onError = (error: unknown) => void told.push(error instanceof Error ? error.message : String(error));
  const entities = { chat: { table: 'chats' }, note: { table: 'notes' }, ...others };
  const services = createServices(testDeps(counted.database, { entities, onError }));
  const { operations } = services;
  const list = (kind: string) => operations['entities.list'](identityOf(mia), { workspaceId: 'acme', kind });
  return {
    told,
    services,
    looks: () => counted.asked.filter((name) => name === 'guildhall_entities_columns').length,
    list: async (kind: string) => (await list(kind)).items.length,
    unavailable: (kind: string) =>
      expect(list(kind)).rejects.toMatchObject({ code: 'unavailable', details: { reason: 'entity_kind' } }),
    counts: async () => {
      const { counts } = await operations['entities.counts'](identityOf(mia), { workspaceId: 'acme' });
      return Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));
    },
  };
}

describe.each(DATABASE_KINDS)('what is registered, on %s', (databaseKind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(databaseKind);
    await seedWorld(test.database, { now, users: [mia, ivy], workspaces: [acme] });
  });
  beforeEach(async () => {
    for (const text of [DROP, ...TABLES, ...FILL]) await run(test.database, text);
  });
  afterEach(() => vi.useRealTimers());
  afterAll(() => test.dispose());

  it.each<[string, EntitiesOptions[string], RegExp]>([
    ['no such table', { table: 'poems' }, /There is no table "public"\."poems".*name the right one in entities\.bad/],
    ['no such schema', { table: { schema: 'studio', name: 'chats' } }, /no table "studio"\."chats"/],
    [
      'no such column',
      { table: 'chats', columns: { workspace: 'space' } },
      /"chats" has no column "space": name the right one in entities\.bad\.columns\.workspace\. It has id, workspace_id,/,
    ],
    ['no such title', { table: 'chats', columns: { title: 'heading' } }, /no column "heading".*columns\.title/],
    [
      'a moment that is none',
      { table: 'chats', columns: { updatedAt: 'name' } },
      /"name".*is of type text.*columns\.updatedAt/,
    ],
    [
      'an id that is none',
      { table: 'chats', columns: { id: 'updated_at' } },
      /is of type timestamp with time zone.*columns\.id/,
    ],
    ['no such join table', { table: 'chats', via: 'chat_workspaces' }, /no table "public"\."chat_workspaces"/],
    [
      'a join table of another type',
      { table: 'assistants', via: { table: 'assistant_workspaces', entity: 'assistant_id' } },
      /"assistant_id".*is of type text, and the ids of bad are of type uuid.*entities\.bad\.via\.entity/,
    ],
    ['no such parent column', { ...message, parentColumn: 'of' }, /no column "of".*entities\.bad\.parentColumn/],
    [
      'a parent column of another type',
      { ...message, parentColumn: 'user_id' },
      /"user_id".*is of type text, and the ids of chat are of type uuid.*entities\.bad\.parentColumn/,
    ],
  ])('%s is told once, and makes that kind alone unavailable', async (_what, bad, problem) => {
    const host = start(test.database, { bad });
    await host.services.check();
    expect(host.told).toEqual([expect.stringMatching(problem)]);
    await host.unavailable('bad');
    await host.services.check();
    expect(host.told).toHaveLength(1);
    expect(await host.list('chat')).toBe(1);
    expect(await host.list('note')).toBe(1);
    const counted = bad.parent === undefined ? { bad: null } : {};
    expect(await host.counts()).toEqual({ chat: 1, note: 1, ...counted });
    const mine = await host.services.operations['invitations.mine'](identityOf(ivy), {});
    expect(
      mine.items[0]?.contents.map(({ kind }) => kind),
      'nothing is said of what nobody knows',
    ).toEqual(['chat', 'note']);
  });

  it('what follows a kind that cannot be read cannot be read either', async () => {
    const host = start(test.database, {
      bad: { table: 'poems' },
      below: { table: 'messages', parent: 'bad', parentColumn: 'chat_id' },
    });
    await host.services.check();
    expect(host.told).toEqual([
      expect.stringMatching(/^Entities of kind bad: /),
      expect.stringMatching(/of kind below: Its parent/),
    ]);
    await host.unavailable('below');
  });

  it.each([
    ['dropped', 'drop table chats', TABLES[0] ?? '', 'There is no table'],
    ['renamed', 'alter table chats rename to gone', 'alter table gone rename to chats', 'There is no table'],
    [
      'of another column',
      'alter table chats rename workspace_id to space',
      'alter table chats rename space to workspace_id',
      'has no column "workspace_id"',
    ],
    [
      'of another type',
      'alter table chats alter workspace_id type date using null',
      `alter table chats alter workspace_id type text using 'acme'`,
      'is of type date',
    ],
  ])(
    'a table that is %s later is found by whoever asks first, and works again when it is back',
    async (_what, away, back, problem) => {
      vi.useFakeTimers({ toFake: ['performance'] });
      const host = start(test.database);
      await host.services.check();
      expect(await host.counts()).toEqual({ chat: 1, note: 1 });
      await run(test.database, away);
      expect(await host.counts()).toEqual({ chat: null, note: 1 });
      expect(host.told).toEqual([expect.stringContaining(problem)]);
      await host.unavailable('chat');
      expect(await host.list('note')).toBe(1);

      const looks = host.looks();
      await run(test.database, back);
      await host.unavailable('chat');
      expect(host.looks(), 'it is not looked at for each who asks').toBe(looks);
      vi.advanceTimersByTime(3_001);
      expect(await host.list('chat')).toBe(away.startsWith('drop') ? 0 : 1);
      expect(host.told).toHaveLength(1);
      vi.advanceTimersByTime(60_000);
      await host.list('chat');
      expect(host.looks(), 'nor again while all is well').toBe(looks + 1);
    },
  );

  it('columns that change their type between two pages are asked for as what they are now', async () => {
    const host = start(test.database);
    expect(await host.list('note')).toBe(1);
    await run(
      test.database,
      'alter table notes alter id type varchar(40), alter updated_at type timestamp, alter updated_at drop not null',
    );
    await run(test.database, 'update notes set updated_at = null');
    expect(await host.list('note')).toBe(1);
    await run(test.database, 'alter table notes alter id type int using 1');
    expect(await host.list('note')).toBe(1);
    const { entity } = await host.services.operations['entities.get'](identityOf(mia), { kind: 'note', entityId: '1' });
    expect(entity).toMatchObject({ id: '1' });
    expect(host.told).toEqual([]);
  });

  it('asks the catalog once for dozens of kinds, and for nothing while they are not used', async () => {
    const dozens = Object.fromEntries(Array.from({ length: 48 }, (_, nth) => [`kind${nth}`, { table: 'chats' }]));
    const host = start(test.database, dozens);
    expect(host.looks()).toBe(0);
    await host.services.check();
    expect(Object.values(await host.counts())).toEqual(Array.from({ length: 50 }, () => 1));
    expect(host.looks()).toBe(1);
  });
});

/** Roles are the whole server's. */
const LIMITED = `guildhall_limited_${randomBytes(6).toString('hex')}`;

describe('a role that may not read everything', () => {
  let test: TestDatabase;
  let limited: Database;
  beforeAll(async () => {
    test = await createTestDatabase('postgres');
    await seedWorld(test.database, { now, users: [mia, ivy], workspaces: [acme] });
    for (const text of [...TABLES, ...FILL]) await run(test.database, text);
    await run(test.database, `create role ${LIMITED}`);
    for (const grant of [
      'usage on schema guildhall',
      'all on all tables in schema guildhall',
      'all on all sequences in schema guildhall',
    ])
      await run(test.database, `grant ${grant} to ${LIMITED}`);
    await run(test.database, `grant select on notes to ${LIMITED}`);
    const url = new URL(test.url ?? '');
    url.searchParams.set('options', `-c role=${LIMITED}`);
    limited = await openDatabase({ kind: 'postgres', url: url.href });
  });
  afterAll(async () => {
    await limited.close();
    await run(test.database, `drop owned by ${LIMITED}`);
    await run(test.database, `drop role ${LIMITED}`);
    await test.dispose();
  });

  it('reads the other kinds, and is told what to grant', async () => {
    const host = start(limited);
    expect(await host.counts()).toEqual({ chat: null, note: 1 });
    expect(host.told).toEqual([
      expect.stringMatching(/may not read the column "id" of "public"\."chats": grant it `select`/),
    ]);
    await host.unavailable('chat');
  });

  it('needs no column that is not registered', async () => {
    await run(test.database, `alter table chats add api_key text`);
    await run(
      test.database,
      `grant select (id, workspace_id, user_id, name, sharing, updated_at) on chats to ${LIMITED}`,
    );
    await run(test.database, 'alter table assistant_workspaces alter assistant_id type uuid using null');
    await run(test.database, `grant select on assistant_workspaces to ${LIMITED}`);
    const host = start(limited, { assistant: { table: 'chats', via: 'assistant_workspaces' } });
    expect(await host.counts()).toEqual({ chat: 1, note: 1, assistant: 0 });
    expect([await host.list('chat'), await host.list('assistant')]).toEqual([1, 0]);
    expect(host.told).toEqual([]);
  });
});
