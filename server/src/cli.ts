#!/usr/bin/env node
import { createGuildhall } from './createGuildhall.js';
import { openDatabase } from './db/open.js';
import { readEnv } from './env.js';
import type { Config } from './env.js';
import { serve } from './main.js';

const HELP = `guildhall <command>

  migrate   bring the database up to date (DATABASE_URL, or the embedded one in GUILDHALL_DATA_DIR)
  purge     delete what is kept for a time only; servers do it by themselves every hour
  serve     run a server of its own, for development (PORT, HOST, SMTP_URL, GUILDHALL_SECRET)
`;

async function migrate({ database: options }: Config): Promise<void> {
  const database = await openDatabase(options);
  await database.migrate().finally(() => database.close());
  console.log('The database is up to date.');
}

async function purge(config: Config): Promise<void> {
  const guildhall = await createGuildhall({
    ...config,
    publicUrl: config.publicUrl ?? 'http://localhost',
    authenticate: () => null,
    email: undefined,
  });
  await guildhall.purge().finally(() => guildhall.close());
  console.log('Purged.');
}

async function runServer(config: Config): Promise<void> {
  const server = await serve(config);
  console.log(`Guildhall is at ${server.url}/api/guildhall`);
  if (config.email?.transport.kind === 'outbox') console.log(`Its mail is at ${server.url}/api/guildhall/outbox`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop());
}

const COMMANDS: Readonly<Record<string, (config: Config) => Promise<void>>> = { migrate, purge, serve: runServer };

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
