import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../src/db/database.js';
import type { Identity } from '../src/operations.js';
import { createServices } from '../src/services.js';
import { createTokens } from '../src/invitations/tokens.js';
import type { World } from '../../src/testing/world.js';
import { countStatements } from './support/counting.js';
import { DATABASE_KINDS, clearDatabase, createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';
import { testDeps } from './support/inProcess.js';
import { seedWorld } from './support/seedWorld.js';

const ada: Identity = { userId: 'ada', email: 'ada@kite.example', emailVerified: true, name: 'Ada', locale: 'de' };
const cy: Identity = { userId: 'cy', email: 'cy@kite.example', emailVerified: true, name: 'Cy' };
const NOW = '2026-03-02T09:00:00.000Z';

const world: World = {
  now: NOW,
  users: [
    { id: 'ada', email: 'ada@kite.example', name: 'Ada' },
    { id: 'cy', email: 'cy@kite.example', name: 'Cy' },
  ],
  workspaces: ['kite', 'reel'].map((id) => ({
    id,
    name: id,
    members: [{ userId: 'ada', role: 'owner' }],
    invitations: [{ id: `${id}-for-cy`, email: 'cy@kite.example', role: 'member', invitedBy: 'ada' }],
  })),
};

const MAILS = statement<Record<string, unknown>>(
  'test_mails',
  `select invitation_id as "invitationId", generation, sender_id as "senderId", locale, status from guildhall.mails order by id`,
);
const DUMP = statement<{ row: string }>(
  'test_dump',
  `select row_to_json(m)::text as row from guildhall.mails m union all select row_to_json(i)::text from guildhall.invitations i
   union all select row_to_json(e)::text from guildhall.events e union all select row_to_json(a)::text from guildhall.activity a`,
);

const kite = { workspaceId: 'kite' };
const invite = (email: string) => ({ ...kite, invitations: [{ email, role: 'member' as const }] });

describe.each(DATABASE_KINDS)('invitations, on %s', (kind) => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(kind);
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    await clearDatabase(test.database);
    await seedWorld(test.database, world);
  });

  const servicesWith = (overrides = {}) =>
    createServices(testDeps(test.database, { clock: () => new Date(NOW), ...overrides }));
  const tokenOf = async () => {
    const { url } = await servicesWith().operations['invitations.link'](ada, { ...kite, invitationId: 'kite-for-cy' });
    return url.split('#token=')[1] ?? '';
  };

  it('are not made, and not sent again, where no mail can go', async () => {
    const { operations } = servicesWith({ mailConfigured: false });
    const refusal = { code: 'unavailable', details: { reason: 'mail_not_configured' } };
    await expect(operations['invitations.create'](ada, invite('dee@kite.example'))).rejects.toMatchObject(refusal);
    await expect(operations['invitations.resend'](ada, { ...kite, invitationId: 'kite-for-cy' })).rejects.toMatchObject(
      refusal,
    );
    await expect(operations['invitations.create'](cy, invite('dee@kite.example'))).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await test.database.query(MAILS, [])).toEqual([]);
  });

  it('queue a mail for each sending, in the language of whoever sends', async () => {
    const { operations } = servicesWith();
    const { outcomes } = await operations['invitations.create'](ada, invite('dee@kite.example'));
    expect(outcomes).toMatchObject([
      { status: 'invited', invitation: { delivery: 'queued', email: 'dee@kite.example' } },
    ]);
    await operations['invitations.resend']({ ...ada, locale: undefined }, { ...kite, invitationId: 'kite-for-cy' });
    expect(await test.database.query(MAILS, [])).toMatchObject([
      { generation: 1, senderId: 'ada', locale: 'de', status: 'queued' },
      { invitationId: 'kite-for-cy', generation: 2, senderId: 'ada', locale: 'en', status: 'queued' },
    ]);
  });

  it('tell how their latest mail fared', async () => {
    const { operations } = servicesWith();
    await operations['invitations.resend'](ada, { ...kite, invitationId: 'kite-for-cy' });
    for (const [status, delivery] of [
      ['sent', 'sent'],
      ['failed', 'failed'],
      ['dropped', 'failed'],
    ] as const) {
      await test.database.orm.execute(`update guildhall.mails set status = '${status}'`);
      expect(await operations['invitations.list'](ada, kite)).toMatchObject({ items: [{ delivery }] });
    }
  });

  it('leave no token in the database', async () => {
    const { operations } = servicesWith();
    await operations['invitations.create'](ada, invite('dee@kite.example'));
    const token = await tokenOf();
    await operations['invitations.preview'](cy, { token });
    const [, signature = ''] = token.split('.');
    expect(Buffer.from(signature, 'base64url').length).toBe(32);
    const rows = await test.database.query(DUMP, []);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ row }) => row.includes(token) || row.includes(signature))).toEqual([]);
  });

  it('are looked up with the same statement, whatever the token', async () => {
    const counted = countStatements(test.database);
    const { operations } = createServices(testDeps(counted.database, { clock: () => new Date(NOW) }));
    const live = await tokenOf();
    const unknown = createTokens('a secret of at least thirty-two characters').issue({
      invitationId: 'nothing',
      generation: 1,
    });
    const tokens = [live, unknown, `${live}x`, live.replace('.', 'A.'), 'x', '.', '..', 'ä'.repeat(200)];
    for (const token of tokens) await operations['invitations.preview'](null, { token }).catch(() => undefined);
    expect(counted.asked).toEqual(tokens.map(() => 'guildhall_invitations_preview'));
    await expect(operations['invitations.preview'](null, { token: live })).resolves.toMatchObject({
      audience: 'signed_out',
    });
    for (const token of tokens.slice(1))
      await expect(operations['invitations.preview'](cy, { token })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('have tokens that another secret does not make', async () => {
    const token = createTokens('another secret of thirty-two characters').issue({
      invitationId: 'kite-for-cy',
      generation: 1,
    });
    await expect(servicesWith().operations['invitations.preview'](cy, { token })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('count what somebody sends from all workspaces, also at once', async () => {
    const { operations } = servicesWith({ limits: { invitationsPerSenderPerHour: 10 } });
    const send = (index: number) =>
      operations['invitations.create'](ada, {
        workspaceId: index % 2 === 0 ? 'kite' : 'reel',
        invitations: [{ email: `guest-${index}@kite.example`, role: 'member' }],
      });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => send(index)));
    const outcomes = answers.flatMap(({ outcomes: [outcome] }) => outcome ?? []);
    expect(outcomes.filter(({ status }) => status === 'invited')).toHaveLength(10);
    expect(outcomes.filter(({ status }) => status === 'rate_limited')).toHaveLength(20);
    expect(outcomes.find(({ status }) => status === 'rate_limited')).toMatchObject({ retryAfterMs: 3_600_000 });
  });

  it('keep to a limit of more mails than one request can ask for', async () => {
    const { operations } = servicesWith({ limits: { invitationsPerSenderPerHour: 150 } });
    const send = async (from: string) => {
      const invitations = Array.from({ length: 100 }, (_, index) => ({
        email: `${from}-${index}@kite.example`,
        role: 'member' as const,
      }));
      const { outcomes } = await operations['invitations.create'](ada, { ...kite, invitations });
      return outcomes.map(({ status }) => status);
    };
    expect(new Set(await send('first'))).toEqual(new Set(['invited']));
    const second = await send('second');
    expect(second.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 'invited'));
    expect(second.slice(50)).toEqual(Array.from({ length: 50 }, () => 'rate_limited'));
  });

  it('can be answered neither after their workspace is gone nor found in it', async () => {
    const { operations } = servicesWith();
    const token = await tokenOf();
    await operations['workspaces.delete'](ada, kite);
    await expect(operations['invitations.accept'](cy, { invitationId: 'kite-for-cy' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(operations['invitations.preview'](cy, { token })).rejects.toMatchObject({ code: 'not_found' });
    expect(await operations['invitations.mine'](cy, {})).toMatchObject({ items: [{ id: 'reel-for-cy' }] });
  });
});
