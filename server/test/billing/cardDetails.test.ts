import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { createHttpAdapter } from 'guildhall/adapters/http';
import { operationNames, routes } from 'guildhall/contract';
import type { BillingPort, OperationName } from 'guildhall/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesBelow } from '../../../test/support/files.js';
import { ask } from '../../src/db/names.js';
import { intentsOverHttp } from '../../stripe-simulator/browser/intentsOverHttp.js';
import { PLANS, billingWorld } from '../support/billingStage.js';
import { createBillingHarness } from '../support/billingHarness.js';
import type { BillingHarness } from '../support/billingHarness.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { runGuildhall } from '../support/httpHarness.js';
import type { RunningGuildhall } from '../support/httpHarness.js';
import { seedWorld } from '../support/seedWorld.js';

const acme = { workspaceId: 'acme' };
const TEAM = { ...acme, planId: 'team', interval: 'month' } as const;
const GOOD = '4242424242424242';
/** It is saved, and its bank says no to each payment. */
const EMPTY = '4000000000000341';
/** The first number of a Visa card in a text, also with spaces or dashes. */
const numberIn = (text: string) => /(?<!\d)4\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/u.exec(text)?.[0] ?? null;

const PRINTERS = ['log', 'info', 'warn', 'error', 'debug'] as const;

describe('a card’s number', () => {
  let test: TestDatabase;
  let harness: BillingHarness;
  let server: RunningGuildhall;
  /** All that was asked of the server, and all that it answered and printed. */
  let seen: string[] = [];

  beforeEach(() => {
    seen = [];
    for (const name of PRINTERS)
      vi.spyOn(console, name).mockImplementation((...args: unknown[]) => void seen.push(inspect(args, { depth: 9 })));
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((chunk) => seen.push(String(chunk)) > 0);
  });
  afterEach(() => vi.restoreAllMocks());
  beforeAll(async () => {
    test = await createTestDatabase('pglite');
    await seedWorld(test.database, billingWorld);
    const world = { ...billingWorld, billing: { plans: PLANS } };
    harness = await createBillingHarness(world, () => billing().createSetup(acme));
    server = await runGuildhall({
      database: test.database,
      billing: harness.options,
      clock: () => new Date(billingWorld.now),
      authenticate: () => ({ userId: 'olivia', email: 'olivia@acme.example', emailVerified: true, name: 'Olivia' }),
    });
    harness.deliverTo(`${server.baseUrl}/webhooks/stripe`);
  });
  afterAll(async () => {
    await harness.settle();
    await server.close();
    await harness.dispose();
    await test.dispose();
  });

  const recording: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    seen.push(`${request.method} ${request.url} ${await request.clone().text()}`);
    const response = await fetch(request);
    seen.push(`${response.status} ${inspect([...response.headers])} ${await response.clone().text()}`);
    return response;
  };
  const billing = () =>
    createHttpAdapter({ baseUrl: server.baseUrl, fetch: recording }).billing as Required<BillingPort>;

  /** Everything in every table of Guildhall's. */
  async function stored(): Promise<string> {
    const query = <Row>(text: string) => test.database.query(ask<Row>(text), []);
    const tables = await query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'guildhall'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => query<{ row: unknown }>(`select to_jsonb(t)::text as row from guildhall.${name} t`)),
    );
    return JSON.stringify(rows);
  }

  /** What a person types into Stripe's form, sent as Stripe's script sends it. */
  async function typeIntoStripesForm(number: string): Promise<void> {
    const { clientSecret } = await billing().createSetup(acme);
    const { stripe } = harness.options;
    const intents = intentsOverHttp(stripe.apiBase ?? '', stripe.publishableKey);
    const card = { number, exp_month: 12, exp_year: 2031, cvc: '123' };
    const answer = await intents.confirm(clientSecret, { card, address: { country: 'DE', postal_code: null } });
    expect(answer).toMatchObject({ intent: { status: 'succeeded' } });
    await billing().sync(acme);
  }

  it('is told to Stripe alone, whatever is done with the card', async () => {
    await typeIntoStripesForm(GOOD);
    const { quote } = await billing().preview(TEAM);
    await billing().subscribe({ ...TEAM, quote });
    await typeIntoStripesForm(EMPTY);
    const { paymentMethods } = await billing().get(acme);
    const empty = paymentMethods.find(({ last4 }) => last4 === '0341')?.id ?? '';
    await billing().setDefaultPaymentMethod({ ...acme, paymentMethodId: empty });
    const dearer = { ...acme, planId: 'business', interval: 'month', seats: 9 } as const;
    const offer = await billing().preview(dearer);
    await expect(billing().subscribe({ ...dearer, quote: offer.quote })).rejects.toMatchObject({
      code: 'payment_required',
    });
    await billing().removePaymentMethod({ ...acme, paymentMethodId: empty });
    await billing().invoices(acme);
    // All that Stripe tells has arrived.
    await harness.advanceTo(Date.parse(billingWorld.now));

    const everything = [...seen, await stored(), inspect(server.errors, { depth: 9 })].join('\n');
    expect(everything, 'all of it is looked at').toMatch(/"last4":"4242"/u);
    expect(numberIn(everything)).toBeNull();
  });

  /** What is well formed, and reaches the operation: a number where a name of something should be. */
  const WELL_FORMED: Partial<Record<OperationName, object>> = {
    'billing.preview': { planId: GOOD, interval: 'month' },
    'billing.subscribe': { planId: 'team', interval: 'month', quote: GOOD },
    'billing.setDefaultPaymentMethod': {},
    'billing.removePaymentMethod': {},
    'billing.openPortal': { returnPath: `/${GOOD}` },
  };
  const card = { number: GOOD, cvc: '123' };
  const asked = operationNames.filter((name) => name.startsWith('billing.') && name !== 'billing.catalogue');
  it.each(asked)('that a page sends to %s by mistake is kept nowhere, and in no log', async (name) => {
    const { method, path } = routes[name];
    const url = `${server.baseUrl}${path.replace(':workspaceId', 'acme').replace(':paymentMethodId', GOOD)}`;
    const send = async (query: string, body?: object) => {
      const json = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const response = await fetch(`${url}${query}`, { method, ...json });
      return { status: response.status, answer: await response.text() };
    };
    const wellFormed = WELL_FORMED[name];
    const mistakes =
      method === 'GET'
        ? [await send(`?number=${GOOD}`)]
        : [await send('', { card }), await send('', { ...wellFormed, card }), await send('', { paymentMethod: GOOD })];
    // What has no body is asked by its path alone.
    expect(mistakes.map(({ status }) => status)).toEqual(mistakes.map(() => (method === 'DELETE' ? 404 : 422)));
    expect(numberIn(mistakes.map(({ answer }) => answer).join('\n'))).toBeNull();
    if (wellFormed) await send('', wellFormed);
    expect(numberIn([...seen, await stored(), inspect(server.errors, { depth: 9 })].join('\n'))).toBeNull();
  });
});

describe('A field for a card', () => {
  const ASKING =
    /autocomplete=\W*cc-|Card(?:Number|Cvc|Expiry)?Element\b|\bcreate(?:Token|Source|PaymentMethod)\b|card\[/iu;
  const sources = ['src', 'server/src', 'examples/host-app']
    .flatMap((folder) => filesBelow(folder, /\.tsx?$/u))
    .filter((path) => !/\.test\.tsx?$/u.test(path));
  const using = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(path, 'utf8')));

  it('is Stripe’s own, in a frame of Stripe’s: none of ours asks for one', () => {
    expect(using(/<PaymentElement\b/u)).toEqual(['src/components/PaymentMethods/AddPaymentMethodDialog.tsx']);
    expect(using(ASKING)).toEqual([]);
  });

  it('is none of the API’s: it knows the last four digits, the brand and the month of a card', () => {
    const names = new Set(readFileSync('openapi.json', 'utf8').match(/"[A-Za-z0-9]+"(?=:)/gu));
    expect(names).toContain('"last4"');
    expect([...names].filter((name) => /cvc|cvv|"pan"|card|securityCode|iban/iu.test(name))).toEqual([]);
  });
});
