import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../src/operations.js';
import { createServices } from '../src/services.js';
import type { World } from '../../src/testing/world.js';
import { countStatements } from './support/counting.js';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { createTestImages, testDeps } from './support/inProcess.js';
import { seedWorld } from './support/seedWorld.js';

const ada: Identity = { userId: 'ada', email: 'ada@kite.example', emailVerified: true, name: 'Ada' };
const ben: Identity = { userId: 'ben', email: 'ben@kite.example', emailVerified: true, name: 'Ben' };
const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-03-02T09:00:00.000Z');
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const kite = { workspaceId: 'kite' };
const image = { contentType: 'image/png' as const, data: PNG };

const world: World = {
  now: new Date(NOW).toISOString(),
  users: [
    { id: 'ada', email: 'ada@kite.example', name: 'Ada' },
    { id: 'ben', email: 'ben@kite.example', name: 'Ben' },
  ],
  workspaces: [
    {
      id: 'kite',
      name: 'Kite',
      members: [
        { userId: 'ada', role: 'owner' },
        { userId: 'ben', role: 'member' },
      ],
    },
  ],
};

describe.each(DATABASE_KINDS)('workspaces, on %s', (kind) => {
  let test: TestDatabase;
  let now = NOW;
  const clock = () => new Date(now);
  beforeAll(async () => {
    test = await createTestDatabase(kind);
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    now = NOW;
    await clearDatabase(test.database);
    await seedWorld(test.database, world);
  });

  it('keep one picture: the one before goes, and one that nobody may set is not even read', async () => {
    const images = createTestImages();
    const { operations } = createServices(testDeps(test.database, { images }));
    const first = await operations['workspaces.setImage'](ada, { ...kite, image });
    expect(first.imageUrl).toBe('https://parley.example/images/picture-1');
    const second = await operations['workspaces.setImage'](ada, { ...kite, image });
    expect([...images.kept.keys()]).toEqual(['picture-2']);
    await expect(operations['workspaces.setImage'](ben, { ...kite, image })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect([...images.kept.keys()]).toEqual(['picture-2']);
    expect(second.seq).toBe(4);
    expect((await operations['workspaces.removeImage'](ada, kite)).imageUrl).toBeNull();
    expect(images.kept.size).toBe(0);
  });

  it('answer even where a picture that nobody needs cannot be removed, and say so to the host', async () => {
    const images = { ...createTestImages(), remove: () => Promise.reject(new Error('storage is down')) };
    const errors: unknown[] = [];
    const { operations } = createServices(testDeps(test.database, { images, onError: (error) => errors.push(error) }));
    await operations['workspaces.setImage'](ada, { ...kite, image });
    expect((await operations['workspaces.removeImage'](ada, kite)).imageUrl).toBeNull();
    expect(errors).toEqual([new Error('storage is down')]);
  });

  it('are kept for thirty days after their deletion, and then go with all that was in them', async () => {
    const images = createTestImages();
    const { operations, purge } = createServices(testDeps(test.database, { clock, images }));
    await operations['workspaces.setImage'](ada, { ...kite, image });
    await operations['workspaces.delete'](ada, kite);
    const rows = async () => {
      const found = (await test.database.orm
        .execute(`select id from guildhall.workspaces union all select id from guildhall.members
        union all select stream from guildhall.events where stream like 'w:%'`)) as { rows: unknown[] };
      return found.rows.length;
    };
    const before = await rows();
    now += 30 * DAY - 1;
    await purge();
    expect(await rows()).toBe(before);
    now += 1;
    await purge();
    expect(await rows()).toBe(0);
    expect(images.kept.size).toBe(0);
  });

  it('tell the log which streams grew, after the commit', async () => {
    const grown: string[][] = [];
    const { operations } = createServices(testDeps(test.database, { onCommit: (streams) => grown.push([...streams]) }));
    await operations['members.update'](ada, { ...kite, memberId: 'kite.ben', role: 'admin' });
    await operations['members.update'](ada, { ...kite, memberId: 'kite.ben', role: 'admin' });
    await expect(operations['members.leave'](ada, kite)).rejects.toMatchObject({ code: 'conflict' });
    expect(grown).toEqual([['w:kite', 'u:ben']]);
  });

  it('are read with one statement each, whoever asks', async () => {
    const counted = countStatements(test.database);
    const { operations } = createServices(testDeps(counted.database));
    const reads = [
      () => operations['workspaces.list'](ada, {}),
      () => operations['workspaces.get'](ada, kite),
      () => operations['members.list'](ada, kite),
      () => operations['members.list'](ada, { ...kite, search: 'ben', sort: 'name', limit: 1 }),
      () => operations['invitations.list'](ada, kite),
      () => operations['invitations.mine'](ada, {}),
      () => operations['activity.list'](ada, kite),
    ];
    for (const read of reads) {
      counted.asked.length = 0;
      await read();
      expect(counted.asked).toHaveLength(1);
    }
  });
});
