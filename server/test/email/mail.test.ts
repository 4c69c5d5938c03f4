import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createHttpAdapter } from 'guildhall/adapters/http';
import type { GuildhallOptions, MailTransport } from '../../src/options.js';
import type { Identity } from '../../src/operations.js';
import { clearDatabase, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { runGuildhall } from '../support/httpHarness.js';
import { startMailServer } from './support.js';
import type { TestMailServer } from './support.js';

const MINUTE = 60_000;
const FROM = 'Parley <no-reply@parley.example>';
let test: TestDatabase;
let smtp: TestMailServer;
beforeAll(async () => {
  test = await createTestDatabase('pglite');
  smtp = await startMailServer();
});
afterAll(async () => {
  await smtp.close();
  await test.dispose();
});
beforeEach(async () => {
  smtp.arrived.length = 0;
  smtp.judge = () => null;
  await clearDatabase(test.database);
});

async function start(transport: MailTransport, ada: Partial<Identity> = {}, options: Partial<GuildhallOptions> = {}) {
  let now = Date.parse('2026-03-02T09:00:00.000Z');
  const running = await runGuildhall({
    database: test.database,
    clock: () => new Date(now),
    authenticate: () => ({ userId: 'ada', email: 'ada@parley.example', emailVerified: true, name: 'Ada', ...ada }),
    email: { from: FROM, transport },
    ...options,
  });
  onTestFinished(() => running.close());
  const { workspaces, invitations, subscribe } = createHttpAdapter({ baseUrl: running.baseUrl });
  if (!workspaces.create || !invitations?.preview || !invitations.revoke || !subscribe)
    throw new Error('The adapter lacks something.');
  const { id: workspaceId } = await workspaces.create({ name: 'Studio Kite' });
  const { create, list, preview, revoke } = invitations;
  return {
    ...running,
    workspaceId,
    create,
    preview,
    revoke,
    subscribe,
    advance: (ms: number) => (now += ms),
    invite: async (email: string) => {
      const { outcomes } = await create({ workspaceId, invitations: [{ email, role: 'admin' }] });
      await running.guildhall.sendMail();
      return outcomes[0];
    },
    delivery: async () => (await list({ workspaceId })).items.map(({ delivery }) => delivery),
  };
}

const overSmtp = () => start({ kind: 'smtp', url: smtp.url });

describe('an invitation by mail', () => {
  it('arrives at its address, in HTML and in plain text, with a link that opens it', async () => {
    const { invite, delivery, preview } = await overSmtp();
    await invite('Lena@Kite.example');
    expect(smtp.arrived).toHaveLength(1);
    const [{ to, mail } = { to: [], mail: undefined }] = smtp.arrived;
    expect(to).toEqual(['lena@kite.example']);
    expect(mail?.from?.text).toBe('"Parley" <no-reply@parley.example>');
    expect(mail?.subject).toBe('Ada invites you to Studio Kite on Parley');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.messageId).toMatch(/^<mail_\w+@parley\.example>$/);
    const [url = ''] = /https:\/\/\S+/.exec(mail?.text ?? '') ?? [];
    expect(url).toMatch(/^https:\/\/parley\.example\/invitation#token=[\w.-]{60,}$/);
    expect(mail?.html).toContain(`href="${url}"`);
    expect(mail?.text).toContain('You will join as an admin');
    expect(mail?.text).toContain('March 9, 2026');
    const token = url.slice(url.indexOf('=') + 1);
    expect(await preview({ token })).toMatchObject({ workspace: { name: 'Studio Kite' } });
    expect(await delivery()).toEqual(['sent']);
  });

  it('is written in the language of whoever sends it', async () => {
    const { invite } = await start({ kind: 'smtp', url: smtp.url }, { locale: 'de-AT' });
    await invite('lena@kite.example');
    const mail = smtp.arrived[0]?.mail;
    expect(mail?.subject).toBe('Ada lädt Sie zu Studio Kite auf Parley ein');
    expect(mail?.text).toContain('9. März 2026');
    expect(mail?.html).toContain('lang="de-AT"');
  });

  it('cannot be given another header, another recipient or script by a name', async () => {
    const name = 'Eve\r\nBcc: victim@foe.example\r\n\r\n<script>alert(1)</script> www.foe.example';
    const { invite } = await start({ kind: 'smtp', url: smtp.url }, { name });
    await invite('lena@kite.example');
    const [{ to, mail } = { to: [], mail: undefined }] = smtp.arrived;
    expect(to).toEqual(['lena@kite.example']);
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.subject).toContain('Eve Bcc: victim@foe.example');
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.text).not.toContain('www.foe.example');
  });

  it('is tried again when the mail server is busy, and only then', async () => {
    const { invite, delivery, advance, guildhall, errors } = await overSmtp();
    smtp.judge = () => ({ code: 451, text: 'try later' });
    await invite('lena@kite.example');
    expect([await delivery(), smtp.arrived.length]).toEqual([['queued'], 0]);
    smtp.judge = () => null;
    await guildhall.sendMail();
    expect(smtp.arrived).toHaveLength(0);
    advance(MINUTE);
    await guildhall.sendMail();
    await guildhall.sendMail();
    expect([await delivery(), smtp.arrived.length]).toEqual([['sent'], 1]);
    expect(errors).toHaveLength(1);
  });

  it('has failed when the mail server refuses the address, and the list says so by itself', async () => {
    const { invite, delivery, subscribe, workspaceId } = await overSmtp();
    smtp.judge = () => ({ code: 550, text: 'no such user' });
    const heard: string[] = [];
    const onEvent = ({ topic }: { topic: string }) => void heard.push(topic);
    onTestFinished(subscribe({ workspaceId }, { onEvent }));
    await expect.poll(() => heard).toEqual(['stream']);
    await invite('nobody@kite.example');
    expect(await delivery()).toEqual(['failed']);
    await expect.poll(() => heard.filter((topic) => topic === 'invitations')).toHaveLength(2);
  });

  it('has failed when the mail server was not to be reached for hours', async () => {
    const { invite, delivery, advance, guildhall } = await start({ kind: 'smtp', url: 'smtp://127.0.0.1:1' });
    await invite('lena@kite.example');
    for (const minutes of [1, 5, 15, 60]) {
      advance(minutes * MINUTE);
      await guildhall.sendMail();
      expect(await delivery()).toEqual(['queued']);
    }
    advance(180 * MINUTE);
    await guildhall.sendMail();
    expect(await delivery()).toEqual(['failed']);
  });

  it('is not sent when it was taken back meanwhile', async () => {
    const { invite, advance, guildhall, revoke, workspaceId } = await overSmtp();
    smtp.judge = () => ({ code: 451, text: 'try later' });
    const outcome = await invite('lena@kite.example');
    const invitationId = outcome?.status === 'invited' ? outcome.invitation.id : '';
    await revoke({ workspaceId, invitationId });
    smtp.judge = () => null;
    advance(MINUTE);
    await guildhall.sendMail();
    expect(smtp.arrived).toHaveLength(0);
  });

  it('is refused where there is no mail at all', async () => {
    const { create, workspaceId } = await start({ kind: 'outbox' }, {}, { email: undefined });
    const inviting = create({ workspaceId, invitations: [{ email: 'a@b.example', role: 'member' }] });
    await expect(inviting).rejects.toMatchObject({ code: 'unavailable', details: { reason: 'mail_not_configured' } });
  });
});

describe('the outbox', () => {
  it('shows mails newest first, and leads out of its frame', async () => {
    const { invite, baseUrl } = await start({ kind: 'outbox' });
    await invite('first@kite.example');
    await invite('second@kite.example');
    const page = await fetch(`${baseUrl}/outbox`);
    const html = await page.text();
    expect(html.indexOf('second@kite.example')).toBeLessThan(html.indexOf('first@kite.example'));
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const list = (await (await fetch(`${baseUrl}/outbox.json`)).json()) as {
      items: { id: string; to: string; url: string }[];
    };
    expect(list.items.map(({ to }) => to)).toEqual(['second@kite.example', 'first@kite.example']);
    const mail = await fetch(`${baseUrl}/outbox/${list.items[0]?.id}`);
    expect(await mail.text()).toContain('<base target="_top">');
    expect(mail.headers.get('content-security-policy')).not.toContain('script-src');
    expect((await fetch(`${baseUrl}/outbox/none`)).status).toBe(404);
  });

  it('exists in development only', async () => {
    const { baseUrl } = await overSmtp();
    expect((await fetch(`${baseUrl}/outbox`)).status).toBe(404);
    process.env.NODE_ENV = 'production';
    onTestFinished(() => void (process.env.NODE_ENV = 'test'));
    await expect(start({ kind: 'outbox' })).rejects.toThrow('development');
  });
});

it('keeps no token in the database', async () => {
  const { invite } = await overSmtp();
  await invite('lena@kite.example');
  const token = /token=([\w.-]+)/.exec(smtp.arrived[0]?.mail.text ?? '')?.[1] ?? '';
  const tables = ['mails', 'invitations', 'events', 'activity', 'idempotency_keys'];
  for (const table of tables) {
    const rows = await test.database.query<{ row: string }>(
      { name: `dump_${table}`, text: `select t::text as row from guildhall.${table} t` },
      [],
    );
    expect(rows.some(({ row }) => row.includes(token) || row.includes(token.split('.')[1] ?? token))).toBe(false);
  }
});
