#!/usr/bin/env node
import { migrateBilling } from './billing/migrate/command.js';
import { billingFromConfig } from './billing/plansFile.js';
import { createGuildhall } from './createGuildhall.js';
import type { BillingOptions } from './billing/options.js';
import type { Guildhall } from './createGuildhall.js';
import { openDatabase } from './db/open.js';
import { kindsFromConfig } from './entities/entitiesFile.js';
import { syncIndexes } from './entities/indexes/command.js';
import { policies } from './entities/policies/command.js';
import { syncTriggersCommand } from './entities/triggers/command.js';
import { readEnv } from './env.js';
import type { Config } from './env.js';
import { serve } from './main.js';
import { adoptWorkspaces } from './workspaces/host/command.js';

const HELP = `guildhall <command>

  migrate   bring the database up to date (DATABASE_URL, or the embedded one in GUILDHALL_DATA_DIR)
  purge     delete what is kept for a time only; servers do it by themselves every hour
  reconcile-billing
            compare every workspace's account with what Stripe holds, and make it so; servers do it by themselves
            every hour (STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET, GUILDHALL_PLANS)
  migrate-billing --table T --user-column U --customer-column C
            give each user's Stripe customer to their home workspace; says what it would do, until --apply
            (--schema S, --plan-map PRICE=PLAN, --json FILE; --revert RUN takes it back)
  adopt-workspaces --table T
            make the host's own workspaces Guildhall's, with their ids, owners and homes; says what it would do, until --apply
            (--schema S, --id C, --owner C, --name C, --home C, --people T, --json FILE)
  sync-triggers, sync-indexes, policies
            of the host's tables that GUILDHALL_ENTITIES registers: install what tells of their changes (--status,
            --remove); print the indexes they want; print row-level security for browsers that read them (--user, --role,
            --report)
  serve     run a server of its own, for development (PORT, HOST, SMTP_URL, GUILDHALL_SECRET)
`;

async function migrate({ database: options }: Config): Promise<void> {
  const database = await openDatabase(options);
  await database.migrate().finally(() => database.close());
  console.log('The database is up to date.');
}

/** A Guildhall that serves nobody. */
async function openGuildhall(config: Config, billing?: BillingOptions): Promise<Guildhall> {
  const publicUrl = config.publicUrl ?? 'http://localhost';
  return createGuildhall({ ...config, billing, publicUrl, authenticate: () => null, email: undefined });
}

async function purge(config: Config): Promise<void> {
  const guildhall = await openGuildhall(config);
  await guildhall.purge().finally(() => guildhall.close());
  console.log('Purged.');
}

async function reconcileBilling(config: Config): Promise<void> {
  const billing = await billingFromConfig(config);
  if (!billing)
    throw new Error('Billing is off: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.');
  const guildhall = await openGuildhall(config, billing);
  const { checked, repaired, failed } = await guildhall.reconcileBilling().finally(() => guildhall.close());
  for (const { workspaceId, fields } of repaired) console.log(`${workspaceId}: repaired ${fields.join(', ')}`);
  for (const { workspaceId, error } of failed)
    console.error(`${workspaceId}: ${error instanceof Error ? error.message : String(error)}`);
  console.log(`${checked} accounts, ${repaired.length} repaired, ${failed.length} failed.`);
  if (failed.length > 0) process.exitCode = 1;
}

async function runServer(config: Config): Promise<void> {
  const server = await serve(config);
  console.log(`Guildhall is at ${server.url}/api/guildhall`);
  if (config.email?.transport.kind === 'outbox') console.log(`Its mail is at ${server.url}/api/guildhall/outbox`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
}

const kindsAnd = async (config: Config) => ({ kinds: await kindsFromConfig(config), print: console.log });

const COMMANDS: Readonly<Record<string, (config: Config) => Promise<void>>> = {
  migrate,
  purge,
  'reconcile-billing': reconcileBilling,
  'migrate-billing': async (config) => {
    process.exitCode = await migrateBilling(config, process.argv.slice(3), {
      print: console.log,
      onError: (error) => console.error(error instanceof Error ? error.message : error),
    });
  },
  'adopt-workspaces': async (config) => {
    process.exitCode = await adoptWorkspaces(config, process.argv.slice(3), console.log);
  },
  'sync-triggers': async (config) => {
    process.exitCode = await syncTriggersCommand(config, process.argv.slice(3), await kindsAnd(config));
  },
  'sync-indexes': async (config) => {
    process.exitCode = await syncIndexes(config, process.argv.slice(3), await kindsAnd(config));
  },
  policies: async (config) => policies(config, process.argv.slice(3), await kindsAnd(config)),
  serve: runServer,
};

const [name = ''] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
try {
  if (command) await command(readEnv());
  else {
    console.log(HELP);
    process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
