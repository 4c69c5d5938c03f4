import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isGuildhallError } from 'guildhall/contract';
import { createServices } from '../src/services.js';
import type { Services } from '../src/services.js';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { testDeps } from './support/inProcess.js';

const ada = { userId: 'ada', email: 'ada@kite.example', emailVerified: true, name: 'Ada' };
const input = { name: 'Kite' };
const write = { actorId: 'ada', key: 'key', operation: 'workspaces.create', input };

describe.each(DATABASE_KINDS)('a write with a key, on %s', (kind) => {
  let test: TestDatabase;
  let services: Services;
  let now = 0;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    services = createServices(testDeps(test.database, { clock: () => new Date(now) }));
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    now = Date.parse('2026-03-02T09:00:00.000Z');
    await clearDatabase(test.database);
    await services.host.users.upsert(ada);
  });

  const create = () => services.operations['workspaces.create'](ada, input);
  const count = async () => (await services.operations['workspaces.list'](ada, {})).items.length - 1;

  it('has its effect once, and answers each time the same', async () => {
    const first = await services.runOnce(write, create);
    expect(await services.runOnce(write, create)).toEqual(first);
    expect(await count()).toBe(1);
  });

  it('has its effect once when it comes fifty times at once', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => services.runOnce(write, create)));
    expect(await count()).toBe(1);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    expect(
      refusals.every(
        (error) => isGuildhallError(error, 'conflict') && error.details?.reason === 'idempotency_in_progress',
      ),
    ).toBe(true);
  });

  it('is refused where the key stood for something else', async () => {
    await services.runOnce(write, create);
    const other = services.runOnce({ ...write, input: { name: 'Other' } }, create);
    await expect(other).rejects.toMatchObject({ code: 'conflict', details: { reason: 'idempotency_key_reused' } });
  });

  it('is another person’s where they use the same key', async () => {
    await services.runOnce(write, create);
    await services.runOnce({ ...write, actorId: 'ben' }, create);
    expect(await count()).toBe(2);
  });

  it('leaves the key free when it was refused', async () => {
    await expect(services.runOnce(write, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    await services.runOnce(write, create);
    expect(await count()).toBe(1);
  });

  it('has its effect again after 24 hours', async () => {
    await services.runOnce(write, create);
    now += 24 * 3_600_000 - 1;
    await services.runOnce(write, create);
    expect(await count()).toBe(1);
    now += 1;
    await services.runOnce(write, create);
    expect(await count()).toBe(2);
  });

  it('is taken over from a process that is gone, whose late effect is then undone', async () => {
    let [goOn, begin] = [() => {}, () => {}];
    const halted = new Promise<void>((resolve) => (goOn = resolve));
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const late = services.runOnce(write, async () => {
      begin();
      await halted;
      return create();
    });
    await begun;
    await expect(services.runOnce(write, create)).rejects.toMatchObject({
      details: { reason: 'idempotency_in_progress' },
    });
    now += 60_000;
    await services.runOnce(write, create);
    goOn();
    await expect(late).rejects.toMatchObject({ details: { reason: 'idempotency_in_progress' } });
    expect(await count()).toBe(1);
  });

  it('is forgotten when it is old', async () => {
    await services.runOnce(write, create);
    now += 24 * 3_600_000;
    await services.purge();
    const { rows } = (await test.database.orm.execute('select 1 from guildhall.idempotency_keys')) as {
      rows: unknown[];
    };
    expect(rows).toEqual([]);
  });
});
