import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stripe } from 'stripe';
import { createBillingSetup } from '../../src/billing/context.js';
import { readMoveOptions, runMove } from '../../src/billing/migrate/command.js';
import type { ReportRow } from '../../src/billing/migrate/rows.js';
import { statement } from '../../src/db/database.js';
import type { Database } from '../../src/db/database.js';
import type { World } from '../../../src/testing/world.js';
import { PLANS, SECRET_KEY, WEBHOOK_SECRET, createBillingStage } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';
import type { DatabaseKind } from '../support/databases.js';

/** The users of an app whose ids are UUIDs. */
export const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal', 'ivy'] as const;
export type Name = (typeof PEOPLE)[number];
export const idOf = (name: Name) => `00000000-0000-4000-8000-00000000000${PEOPLE.indexOf(name)}`;
export const homeOf = (name: Name) => `home-of-${name}`;

/** Everybody has a home of their own, and owns it; in Fay's, Gus is an owner, too. */
const world: World = {
  now: '2027-01-15T08:00:00.000Z',
  users: PEOPLE.map((name) => ({ id: idOf(name), email: `${name}@chat.example`, name })),
  workspaces: PEOPLE.map((name) => ({
    id: homeOf(name),
    name: 'Home',
    homeOf: idOf(name),
    members: [
      { userId: idOf(name), role: 'owner' },
      ...(name === 'fay' ? [{ userId: idOf('gus'), role: 'owner' as const }] : []),
    ],
  })),
};

/** The shape of a chat app's schema that kept billing with people, as far as billing goes. */
const HOST_SCHEMA = `
  create schema app;
  create table app.profiles (
    id uuid primary key default gen_random_uuid(), user_id uuid not null unique, display_name text not null default '',
    plan text not null default 'free', stripe_customer_id text);
  create table app.workspaces (
    id uuid primary key default gen_random_uuid(), user_id uuid not null, name text not null,
    is_home boolean not null default false, sharing text not null default 'private');
  create unique index on app.workspaces (user_id) where is_home`;

/** All of the database that a move could touch, as JSON. */
const TABLES = [
  'app.profiles',
  'app.workspaces',
  ...['workspaces', 'members', 'billing_accounts', 'billing_jobs', 'billing_moves', 'activity', 'events'].map(
    (name) => `guildhall.${name}`,
  ),
];

/** What a run told. */
export interface Told {
  readonly runId: string;
  readonly mode: string;
  readonly rows: readonly ReportRow[];
  readonly counts: Readonly<Record<string, number>>;
  readonly needsAPerson: boolean;
  readonly printed: readonly string[];
}

/** How a process that moves is started. */
interface ProcessOptions {
  readonly database?: Database;
  readonly fetch?: typeof fetch;
  readonly leaseMs?: number;
}

/** An app whose profiles have customers, before and after its billing moves. */
export interface MoveStage extends BillingStage {
  /** Runs the command with these options; the table and its columns are named already, unless it reverts. */
  run(args?: readonly string[], options?: ProcessOptions): Promise<Told>;
  /** Gives a profile a customer, with a plan where a price is named. Returns the customer's id. */
  pay(name: Name, price?: string): Promise<string>;
  setCustomer(name: Name, customerId: string | null): Promise<void>;
  sql<Row>(text: string): Promise<Row[]>;
  /** Of the price `pro_monthly`, which the app sold before. */
  readonly proPrice: string;
  /** Everything here, and everything at Stripe: what a dry run must not change. */
  picture(): Promise<{ readonly here: unknown; readonly atStripe: Record<string, unknown> }>;
}

const SOURCE = ['--schema', 'app', '--table', 'profiles', '--user-column', 'user_id'];
const NAMES = [...SOURCE, '--customer-column', 'stripe_customer_id'];

let asked = 0;
/** Sets the stage: a server, its Stripe, and the app's tables with a profile for everybody. */
export async function createMoveStage(kind: DatabaseKind): Promise<MoveStage> {
  const stage = await createBillingStage(kind, world);
  const { database } = stage.test;
  const directory = await mkdtemp(join(tmpdir(), 'guildhall-move-'));
  const sql = <Row>(text: string) => database.query(statement<Row>(`test_move_${(asked += 1)}`, text), []);
  for (const one of HOST_SCHEMA.split(';')) await sql(one);
  for (const name of PEOPLE) {
    await sql(`insert into app.profiles (user_id) values ('${idOf(name)}')`);
    await sql(`insert into app.workspaces (user_id, name, is_home) values ('${idOf(name)}', 'Home', true)`);
  }
  const { stripe, simulator } = stage;
  const product = await stripe.products.create({ name: 'Pro' });
  const { id: proPrice } = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 2_999,
    recurring: { interval: 'month' },
    lookup_key: 'pro_monthly',
  });
  const setCustomer = async (name: Name, customerId: string | null) => {
    const value = customerId === null ? 'null' : `'${customerId}'`;
    await sql(`update app.profiles set stripe_customer_id = ${value} where user_id = '${idOf(name)}'`);
  };
  return {
    ...stage,
    sql,
    proPrice,
    setCustomer,
    async pay(name, price) {
      const { id } = await stripe.customers.create({
        name: `${name} Example`,
        email: `${name}@pay.example`,
        metadata: { supabaseUUID: idOf(name) },
      });
      const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id });
      if (price !== undefined)
        await stripe.subscriptions.create({
          customer: id,
          items: [{ price, quantity: 1 }],
          default_payment_method: card.id,
        });
      await setCustomer(name, id);
      return id;
    },
    async run(args = [], { database: by = database, fetch: send = simulator.fetch, leaseMs } = {}) {
      const keys = { secretKey: SECRET_KEY, publishableKey: 'pk_test_simulator', webhookSecret: WEBHOOK_SECRET };
      const setup = createBillingSetup(
        { plans: PLANS, stripe: { ...keys, apiBase: simulator.url } },
        {
          isProduction: false,
          publicUrl: 'https://chat.example',
          httpClient: Stripe.createFetchHttpClient(send),
        },
      );
      const json = join(directory, `report-${(asked += 1)}.json`);
      const printed: string[] = [];
      const names = args.includes('--revert') ? [] : NAMES;
      const needsAPerson = await runMove(readMoveOptions([...names, '--json', json, ...args]), {
        database: by,
        setup: { ...setup, leaseMs },
        clock: stage.clock,
        print: (line) => void printed.push(line),
        onError: (error) => void stage.errors.push(error),
      });
      const report = JSON.parse(await readFile(json, 'utf8')) as Omit<Told, 'printed'>;
      if (report.needsAPerson !== needsAPerson) throw new Error('The report and the exit code do not agree.');
      return { ...report, printed };
    },
    async picture() {
      const here: Record<string, unknown> = {};
      for (const table of TABLES) here[table] = await sql(`select to_jsonb(t) as row from ${table} t order by t::text`);
      const lists = {
        customers: stripe.customers.list({ limit: 100 }),
        subscriptions: stripe.subscriptions.list({ status: 'all', limit: 100 }),
        prices: stripe.prices.list({ limit: 100 }),
        products: stripe.products.list({ limit: 100 }),
        events: stripe.events.list({ limit: 100 }),
      };
      const atStripe: Record<string, unknown> = {};
      for (const [name, list] of Object.entries(lists)) atStripe[name] = (await list).data;
      return { here, atStripe };
    },
    dispose: async () => {
      await rm(directory, { recursive: true });
      await stage.dispose();
    },
  };
}

/** Statuses by name, of those who have any customer or problem. */
export function statuses({ rows }: Told): Partial<Record<Name, string>> {
  return Object.fromEntries(PEOPLE.map((name) => [name, rows.find(({ userId }) => userId === idOf(name))?.status]));
}
