import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { GuildhallEvent } from 'guildhall/contract';
import { syncTriggers } from '../../src/entities/triggers/sync.js';
import { createHub } from '../../src/events/hub.js';
import { createSqlLog } from '../../src/events/sqlLog.js';
import { Subscription } from '../../src/events/subscription.js';
import type { Sink } from '../../src/events/subscription.js';
import type { World } from '../../../src/testing/world.js';
import { appendMany, openStream } from '../events/support.js';
import { startEntityServer } from '../soak/entities/server.js';
import type { EntityServer } from '../soak/entities/server.js';
import { clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { createServicesInstance } from '../support/inProcess.js';
import { seedWorld } from '../support/seedWorld.js';
import { createHostTables, kinds } from './hostTables.js';

const people = ['ada', 'bob', 'cy'];
const world: World = {
  now: '2026-03-02T09:00:00.000Z',
  users: people.map((id) => ({ id, name: id, email: `${id}@host.example` })),
  workspaces: [{ id: 'ws', name: 'W', members: people.map((userId) => ({ userId, role: 'owner' as const })) }],
};

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase('postgres');
  await createHostTables(test.database);
  await syncTriggers(test.database, kinds);
});
afterAll(() => test.dispose());
beforeEach(async () => {
  await clearDatabase(test.database);
  await seedWorld(test.database, world);
});

describe('a member who is removed while connected', () => {
  const numbers = (events: readonly { event: GuildhallEvent }[]) =>
    events.flatMap(({ event }) => (event.topic === 'entities' || event.topic === 'members' ? [event.seq] : []));

  it('hears of nothing after the removal, on whatever process, while the others hear of all', async () => {
    const servers = (await Promise.all([startEntityServer(test.url ?? ''), startEntityServer(test.url ?? '')])) as [
      EntityServer,
      EntityServer,
    ];
    onTestFinished(async () => {
      await Promise.all(servers.map((server) => server.stop()));
    });
    const streams = await Promise.all(
      [...servers, ...servers].map((server, nth) =>
        openStream(`${server.url}/api`, nth < 2 ? 'bob' : 'cy', 'u0', 'ws'),
      ),
    );
    const [first, , third] = streams;
    let isRemoved = false;
    const writing = servers.map(async (server) => {
      // On after the removal, until whoever stays has heard some of it.
      for (let later = 0; later < 30; later += isRemoved ? 1 : 0)
        await server.write([`insert into chats (workspace_id, name) values ('ws', 'x')`]);
    });
    await first?.until(({ seen }) => numbers(seen).length >= 20);
    const ada = createServicesInstance(test.database, world).as('ada');
    await ada.members.remove({ workspaceId: 'ws', memberIds: ['ws.bob'] });
    isRemoved = true;
    await Promise.all(writing);
    const removalIn = ({ seen }: { readonly seen: readonly { event: GuildhallEvent }[] }) =>
      seen.flatMap(({ event }) => (event.topic === 'members' && event.type === 'removed' ? [event.seq] : []))[0];
    await third?.until((stream) => (numbers(stream.seen).at(-1) ?? 0) > (removalIn(stream) ?? Infinity) + 5);
    const removal = removalIn({ seen: third?.seen ?? [] }) ?? 0;
    for (const stream of streams.slice(0, 2)) {
      await stream.until(({ seen }) => seen.some(({ event }) => event.topic === 'stream' && event.type === 'closed'));
      expect(numbers(stream.seen).filter((seq) => seq >= removal)).toEqual([]);
      expect(numbers(stream.seen).length).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('a reader that is too slow', () => {
  it('is sent 10,000 events at its own pace: a page at a time, and nothing waits for it in between', async () => {
    const total = 10_000;
    const entity = {
      kind: 'chat',
      id: 'x',
      title: 'x'.repeat(500),
      creator: null,
      sharing: 'private' as const,
      createdAt: null,
      updatedAt: world.now,
      icon: null,
      url: null,
    };
    const hub = createHub({ log: createSqlLog(test.database), onError: () => undefined });
    onTestFinished(() => hub.close());
    const heard: number[] = [];
    let [sentAtOnce, most] = [0, 0];
    const sink: Sink = {
      send: (event) => {
        sentAtOnce += 1;
        most = Math.max(most, sentAtOnce);
        if (event.topic === 'entities') heard.push(event.seq);
      },
      isFull: () => true,
      room: async () => {
        // It reads what it was sent, and only now has room.
        await new Promise((resolve) => setImmediate(resolve));
        sentAtOnce = 0;
      },
      cut: () => expect.unreachable('Nothing is missing in this log.'),
    };
    const request = { userId: 'ada', workspaceIds: ['ws'], resumeFrom: undefined };
    const subscription = new Subscription(hub, createSqlLog(test.database), request, sink);
    onTestFinished(() => subscription.close());
    await subscription.open();
    const event = { topic: 'entities', type: 'changed', workspaceId: 'ws', entity } as const;
    await appendMany(test.database, 'w:ws', event, total);
    hub.wake(['w:ws']);
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(total);
    expect(heard).toEqual(Array.from({ length: total }, (_, index) => index + 1));
    expect(most).toBeLessThanOrEqual(201);
  });
});
