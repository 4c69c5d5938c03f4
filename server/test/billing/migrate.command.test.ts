import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { migrateBilling, readMoveOptions } from '../../src/billing/migrate/command.js';
import { readEnv } from '../../src/env.js';
import { PLANS, SECRET_KEY, WEBHOOK_SECRET } from '../support/billingStage.js';
import { createMoveStage, homeOf, idOf } from './migrateStage.js';
import type { MoveStage } from './migrateStage.js';

const NAMES = ['--table', 'profiles', '--user-column', 'user_id', '--customer-column', 'stripe_customer_id'];

describe('What the command is told', () => {
  it.each([
    [['--table', 'profiles'], 'Name the table, the column with the user’s id'],
    [[...NAMES, '--aply'], "Unknown option '--aply'"],
    [[...NAMES, '--plan-map', 'pro'], '--plan-map pro: it takes a price’s id or lookup key at Stripe, = and the id'],
    [['--revert', 'run_1', '--apply'], '--revert takes --json alone'],
  ])('is refused where it is %j', (args, message) => {
    expect(() => readMoveOptions(args)).toThrow(message);
  });
});

describe('The table', () => {
  let stage: MoveStage;
  afterEach(() => stage.dispose());

  it('is named in what is wrong with it, with what to write instead', async () => {
    stage = await createMoveStage('pglite');
    await expect(stage.run(['--table', 'profils'])).rejects.toThrow(
      'There is no table "profils" in the schema "app", or the role of DATABASE_URL may not read it. Tables there: profiles, workspaces. Name one with --table, and its schema with --schema.',
    );
    await expect(stage.run(['--customer-column', 'stripe_id"; drop table app.profiles; --'])).rejects.toThrow(
      /The table "app"."profiles" has no column .* Its columns: id, user_id, display_name, plan, stripe_customer_id\. Name one with --customer-column\./,
    );
    await expect(stage.run(['--json', '/nowhere/report.json'])).rejects.toThrow(
      '--json /nowhere/report.json: it cannot',
    );
    await expect(stage.run(['--revert', 'run_of_nobody'])).rejects.toThrow('No run is called "run_of_nobody"');
  });

  it('is read whole, however long, whatever its names, with rows of nobody', async () => {
    stage = await createMoveStage('pglite');
    const ann = await stage.pay('ann', stage.proPrice);
    const lost = await stage.pay('ben', stage.proPrice);
    await stage.sql('create table app."Payers ""old""" ("User Id" text, "Customer" text)');
    await stage.sql(`insert into app."Payers ""old""" select 'user-' || n, '' from generate_series(1, 1203) n`);
    await stage.sql(`insert into app."Payers ""old""" values ('${idOf('ann')}', '${ann}'), (null, '${lost}')`);
    const names = ['--table', 'Payers "old"', '--user-column', 'User Id', '--customer-column', 'Customer'];
    const { counts, rows } = await stage.run([...names, '--apply']);
    expect(counts).toEqual({ moved: 1, nothing_to_move: 1_203, no_home_workspace: 1 });
    expect(new Set(rows.map(({ userId }) => userId)).size).toBe(1_205);
    expect(rows.at(-1)).toMatchObject({ userId: null, customerId: lost, status: 'no_home_workspace' });
  });
});

describe('The command', () => {
  it('moves over HTTP, with the environment that a server has, and says by its exit code who is needed', async () => {
    const stage = await createMoveStage('postgres');
    const directory = await mkdtemp(join(tmpdir(), 'guildhall-plans-'));
    try {
      const plans = join(directory, 'plans.json');
      await writeFile(plans, JSON.stringify(PLANS.map(({ seats, ...plan }) => (seats ? { ...plan, seats } : plan))));
      const config = readEnv({
        DATABASE_URL: stage.test.url ?? '',
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
        STRIPE_API_BASE: stage.simulator.url,
        GUILDHALL_PLANS: plans,
      });
      const printed: string[] = [];
      const told = {
        print: (line: string) => void printed.push(line),
        onError: (error: unknown) => expect.fail(String(error)),
      };
      const run = (...args: string[]) => migrateBilling(config, [...NAMES, '--schema', 'app', ...args], told);
      const ann = await stage.pay('ann', stage.proPrice);
      expect(await run()).toBe(0);
      await stage.setCustomer('ben', ann);
      expect(await run('--apply')).toBe(2);
      await stage.setCustomer('ben', null);
      expect(await run('--apply')).toBe(0);
      expect(printed.find((line) => line.includes(`${homeOf('ann')} `) && line.includes(' moved '))).toContain('Pro');
      expect(printed.at(-1)).toBe('moved: 1, nothing_to_move: 8');
    } finally {
      await rm(directory, { recursive: true });
      await stage.dispose();
    }
  });
});
