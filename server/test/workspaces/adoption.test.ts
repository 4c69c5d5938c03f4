import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuildhall } from '../../src/createGuildhall.js';
import { ask } from '../../src/db/names.js';
import { createServices } from '../../src/services.js';
import type { Services } from '../../src/services.js';
import type { AdoptAllOptions } from '../../src/workspaces/host/adoptAll.js';
import { readAdoptOptions } from '../../src/workspaces/host/command.js';
import type { HostWorkspacesOptions } from '../../src/workspaces/host/options.js';
import { clearDatabase, createTestDatabase, DATABASE_KINDS } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { testDeps } from '../support/inProcess.js';

const ANN = '00000000-0000-4000-8000-00000000000a';
const BEN = '00000000-0000-4000-8000-00000000000b';
const ANNS_HOME = '10000000-0000-4000-8000-00000000000a';
const ANNS_TEAM = '20000000-0000-4000-8000-00000000000a';
const BENS_TEAM = '20000000-0000-4000-8000-00000000000b';

/** The shape of a chat app's workspaces: one owner each, one home a person. */
const SCHEMA = [
  'create schema app',
  `create table app.users (id uuid primary key, email text not null, display_name text, email_confirmed_at timestamptz)`,
  `create table app.workspaces (
     id uuid primary key default gen_random_uuid(), user_id uuid not null, name text not null,
     is_home boolean not null default false, sharing text not null default 'private', created_at timestamptz not null default now())`,
  'create unique index on app.workspaces (user_id) where is_home',
  `create table app.chats (id uuid primary key default gen_random_uuid(), workspace_id uuid not null references app.workspaces on delete cascade)`,
];
const TABLE: HostWorkspacesOptions = { table: { schema: 'app', name: 'workspaces' } };
const PEOPLE = {
  table: { schema: 'app', name: 'users' },
  id: 'id',
  email: 'email',
  name: 'display_name',
  verified: 'email_confirmed_at',
} as const;

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly is_home: boolean;
}

describe.each(DATABASE_KINDS)('workspaces that the host had before, on %s', (kind) => {
  let test: TestDatabase;
  let services: Services;

  const sql = <R = Row>(text: string, parameters: readonly unknown[] = []) =>
    test.database.query(ask<R>(text), parameters);
  const rows = () => sql('select id::text, user_id::text, name, is_home from app.workspaces order by is_home desc, id');
  const start = (workspaces: HostWorkspacesOptions = TABLE) => createServices(testDeps(test.database, { workspaces }));
  const signIn = (userId: string, name: string) =>
    services.host.users.upsert({ userId, email: `${name}@chat.example`, emailVerified: true, name });
  const actor = (userId: string) => ({ userId, email: 'whoever@chat.example', emailVerified: true });
  const mine = async (userId: string) =>
    (await services.operations['workspaces.list'](actor(userId), {})).items.map(({ id, name, isHome, viewer }) => ({
      id,
      name,
      isHome,
      role: viewer.role,
    }));
  const adoptAll = async (options: AdoptAllOptions) => {
    const told: string[] = [];
    for await (const { workspaceId, status } of services.host.workspaces.adoptAll(options))
      told.push(`${status === 'home_made' ? 'a new one' : workspaceId} ${status}`);
    return told.toSorted();
  };

  beforeAll(async () => {
    test = await createTestDatabase(kind);
    for (const statement of SCHEMA) await sql(statement);
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    await clearDatabase(test.database);
    await sql('truncate app.workspaces, app.users cascade');
    await sql(
      `insert into app.users values ($1, 'Ann@Chat.example', 'Ann', now()), ($2, 'ben@chat.example', null, null)`,
      [ANN, BEN],
    );
    await sql(
      `insert into app.workspaces (id, user_id, name, is_home, created_at) values
         ($1, $4, 'Home', true, '2024-05-01T10:00:00Z'), ($2, $4, 'Ann & Co', false, '2024-06-01T10:00:00Z'),
         ($3, $5, 'Ben''s team', false, '2024-07-01T10:00:00Z')`,
      [ANNS_HOME, ANNS_TEAM, BENS_TEAM, ANN, BEN],
    );
    services = start();
  });

  it('come along when their owner signs in: with their ids, their names and the home they have', async () => {
    await signIn(ANN, 'ann');
    expect(await mine(ANN)).toEqual([
      { id: ANNS_HOME, name: 'Home', isHome: true, role: 'owner' },
      { id: ANNS_TEAM, name: 'Ann & Co', isHome: false, role: 'owner' },
    ]);
    const home = await services.operations['workspaces.get'](actor(ANN), { workspaceId: ANNS_HOME });
    expect(home).toMatchObject({ createdAt: '2024-05-01T10:00:00.000Z', memberCount: 1 });
    expect(await rows()).toHaveLength(3);
  });

  it('a person who has none at home gets one, in the host’s table too', async () => {
    await signIn(BEN, 'ben');
    const home = (await mine(BEN)).find(({ isHome }) => isHome);
    expect(home).toMatchObject({ name: 'ben’s workspace', role: 'owner' });
    expect(await rows()).toContainEqual({ id: home?.id, user_id: BEN, name: 'ben’s workspace', is_home: true });
  });

  it('are all adopted by one command, after a dry run that changes nothing', async () => {
    const before = await rows();
    const expected = [
      `${ANNS_HOME} adopted_home`,
      `${ANNS_TEAM} adopted`,
      `${BENS_TEAM} adopted`,
      'a new one home_made',
    ].toSorted();
    expect(await adoptAll({ people: PEOPLE, apply: false })).toEqual(expected);
    expect(await sql('select id from guildhall.workspaces union all select id from guildhall.users')).toEqual([]);
    expect(await rows()).toEqual(before);

    expect(await adoptAll({ people: PEOPLE })).toEqual(expected);
    expect(await sql('select id, email, name, email_verified from guildhall.users order by id')).toEqual([
      { id: ANN, email: 'ann@chat.example', name: 'Ann', email_verified: true },
      { id: BEN, email: 'ben@chat.example', name: 'ben@chat.example', email_verified: false },
    ]);
    expect(await mine(BEN)).toHaveLength(2);
    expect(await rows()).toHaveLength(4);
  });

  it('stay as they are when the command runs again, whatever has changed here since', async () => {
    await adoptAll({ people: PEOPLE });
    await services.operations['workspaces.update'](actor(ANN), { workspaceId: ANNS_TEAM, name: 'Ann & Sons' });
    await services.operations['workspaces.delete'](actor(BEN), { workspaceId: BENS_TEAM });
    const before = [await rows(), await mine(ANN)];
    const again = await adoptAll({ people: PEOPLE });
    expect(again.every((line) => line.endsWith('already'))).toBe(true);
    expect([await rows(), await mine(ANN)]).toEqual(before);
  });

  it('wait for owners who are in no table of people, and say so; nobody’s are left to a person', async () => {
    await sql('alter table app.workspaces alter column user_id drop not null');
    await sql(`insert into app.workspaces (id, user_id, name) values (gen_random_uuid(), null, 'Nobody’s')`);
    const told = await adoptAll({});
    expect(told.map((line) => line.split(' ')[1])).toEqual(
      expect.arrayContaining(['no_owner', 'unknown_owner', 'unknown_owner', 'unknown_owner']),
    );
    expect(told).toHaveLength(4);
    await sql('delete from app.workspaces where user_id is null');
    await sql('alter table app.workspaces alter column user_id set not null');
  });

  it('one that is somebody’s second home is a workspace like others', async () => {
    services = start({});
    await signIn(ANN, 'ann');
    services = start();
    expect(await services.host.workspaces.adopt(ANN)).toEqual([
      { workspaceId: ANNS_HOME, ownerId: ANN, status: 'adopted_beside_home' },
      { workspaceId: ANNS_TEAM, ownerId: ANN, status: 'adopted' },
    ]);
    expect((await mine(ANN)).filter(({ isHome }) => isHome)).toHaveLength(1);
    expect(await services.host.workspaces.adopt(BEN)).toEqual([]);
  });

  it('what is made, renamed and deleted here happens in the host’s table, in the same transaction', async () => {
    await signIn(ANN, 'ann');
    const { id } = await services.operations['workspaces.create'](actor(ANN), { name: 'New' });
    const ofNew = async () => (await rows()).filter((row) => row.id === id);
    expect(await ofNew()).toEqual([{ id, user_id: ANN, name: 'New', is_home: false }]);
    await services.operations['workspaces.update'](actor(ANN), { workspaceId: id, name: 'Newer' });
    expect(await ofNew()).toMatchObject([{ name: 'Newer' }]);
    await sql('insert into app.chats (workspace_id) values ($1)', [id]);
    await services.operations['workspaces.delete'](actor(ANN), { workspaceId: id });
    expect(await ofNew()).toEqual([]);
    expect(await sql('select id from app.chats')).toEqual([]);
  });

  it('a host’s table that refuses a row leaves nothing behind here either', async () => {
    await signIn(ANN, 'ann');
    const before = await mine(ANN);
    await sql(`alter table app.workspaces add constraint no_bad_names check (name <> 'Bad')`);
    await expect(services.operations['workspaces.create'](actor(ANN), { name: 'Bad' })).rejects.toThrow(
      /no_bad_names|Failed query/,
    );
    await sql('alter table app.workspaces drop constraint no_bad_names');
    expect(await mine(ANN)).toEqual(before);
  });

  it('the host’s one owner follows who owns it here; a home stays with its person', async () => {
    await signIn(ANN, 'ann');
    await signIn(BEN, 'ben');
    const join = (workspaceId: string) =>
      sql(
        `insert into guildhall.members (id, workspace_id, user_id, role, joined_at) values ($1, $2, $3, 'admin', now())`,
        [`mem_${workspaceId}`, workspaceId, BEN],
      );
    for (const workspaceId of [ANNS_TEAM, ANNS_HOME]) {
      await join(workspaceId);
      const memberId = `mem_${workspaceId}`;
      await services.operations['members.transferOwnership'](actor(ANN), { workspaceId, memberId });
    }
    expect(
      await sql('select id::text, user_id::text from app.workspaces where id = any($1::uuid[]) order by id', [
        [ANNS_HOME, ANNS_TEAM],
      ]),
    ).toEqual([
      { id: ANNS_HOME, user_id: ANN },
      { id: ANNS_TEAM, user_id: BEN },
    ]);
  });

  it('a host without such a table is told by its own code, inside of the transaction', async () => {
    const told: unknown[] = [];
    await sql('create table if not exists app.teams (id text primary key, title text)');
    await sql('truncate app.teams');
    services = start({
      newId: () => `team-${told.length}`,
      onCreate: async (workspace, query) => {
        told.push(workspace);
        await query('insert into app.teams values ($1, $2)', [workspace.id, workspace.name]);
      },
      onUpdate: ({ id, name }, query) => query('update app.teams set title = $2 where id = $1', [id, name]),
      onDelete: ({ id }, query) => query('delete from app.teams where id = $1', [id]),
    });
    await signIn(ANN, 'ann');
    const { id } = await services.operations['workspaces.create'](actor(ANN), { name: 'New' });
    await services.operations['workspaces.update'](actor(ANN), { workspaceId: id, name: 'Newer' });
    expect(told).toEqual([
      { id: 'team-0', name: 'ann’s workspace', ownerId: ANN, isHome: true },
      { id: 'team-1', name: 'New', ownerId: ANN, isHome: false },
    ]);
    expect(await sql('select * from app.teams order by id')).toEqual([
      { id: 'team-0', title: 'ann’s workspace' },
      { id: 'team-1', title: 'Newer' },
    ]);
    await services.operations['workspaces.delete'](actor(ANN), { workspaceId: id });
    expect(await sql('select id from app.teams')).toEqual([{ id: 'team-0' }]);

    services = start({ onCreate: () => Promise.reject(new Error('The host says no.')) });
    await expect(services.operations['workspaces.create'](actor(ANN), { name: 'Never' })).rejects.toThrow('says no');
    expect(await mine(ANN)).toHaveLength(1);
  });

  it('one that the host deletes by itself is closed here', async () => {
    await signIn(ANN, 'ann');
    await services.host.workspaces.delete(ANNS_TEAM);
    await services.host.workspaces.delete('no such');
    expect(await mine(ANN)).toEqual([{ id: ANNS_HOME, name: 'Home', isHome: true, role: 'owner' }]);
  });

  it('twenty first requests at once make one home and adopt each once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => signIn(ANN, 'ann')));
    expect(await mine(ANN)).toHaveLength(2);
  });

  it.each<[string, HostWorkspacesOptions, RegExp]>([
    ['a table that is not there', { table: 'no_such' }, /no table "public"."no_such".*workspaces\.table/],
    [
      'a column that is not there',
      { ...TABLE, columns: { owner: 'owner_id' } },
      /no column "owner_id".*workspaces\.columns\.owner.*It has id, user_id, name/,
    ],
    ['a column that nobody fills', { table: { schema: 'app', name: 'strict' } }, /needs "slug".*workspaces\.values/],
  ])('stop the start where the host names %s', async (_title, workspaces, message) => {
    await sql(
      'create table if not exists app.strict (id text primary key, user_id text, name text, slug text not null)',
    );
    const guildhall = await createGuildhall({
      database: test.database,
      authenticate: () => null,
      secret: 'a secret of at least thirty-two characters',
      publicUrl: 'https://parley.example',
      appName: 'Parley',
      workspaces,
    });
    await expect(guildhall.migrate()).rejects.toThrow(message);
    await guildhall.close();
  });
});

describe('guildhall adopt-workspaces', () => {
  it('takes the table and its columns', () => {
    expect(readAdoptOptions(['--table', 'spaces', '--owner', 'owner_id', '--apply'])).toEqual({
      workspaces: {
        table: { schema: 'public', name: 'spaces' },
        columns: { id: undefined, owner: 'owner_id', name: undefined, isHome: undefined },
      },
      people: undefined,
      apply: true,
      json: undefined,
    });
  });

  it('says how it is used where something is missing or unknown', () => {
    expect(() => readAdoptOptions([])).toThrow(/Name the table of workspaces[\s\S]*Use: guildhall adopt-workspaces/);
    expect(() => readAdoptOptions(['--tabel', 'x'])).toThrow(/--tabel[\s\S]*Use: guildhall/);
  });
});
