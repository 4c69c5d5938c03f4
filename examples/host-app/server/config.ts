import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripeFromEnv } from '@guildhall/server';
import type { EmailOptions, StripeOptions } from '@guildhall/server';
import * as z from 'zod';

/** What the environment says. The defaults run Parley on this machine, with nothing but Node. */
const environment = z.object({
  /** 0 takes any that is free. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Anybody can sign in as anybody here, so it answers this machine alone unless told otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Where people see it, if not at localhost. */
  PUBLIC_URL: z.url().optional(),
  /** A PostgreSQL server. Without it an embedded database is kept in DATA_DIR. */
  DATABASE_URL: z.string().optional(),
  /** Where the embedded database and the secret are kept, or `memory` to keep nothing. */
  DATA_DIR: z.string().default(fileURLToPath(new URL('../.data', import.meta.url))),
  /** Signs cookies and invitation links. Without it one is made and kept in DATA_DIR. */
  GUILDHALL_SECRET: z.string().min(32).optional(),
  /** Sends mail for real. Without it all mail stays in the outbox. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Parley <no-reply@parley.example>'),
});

/** How this process runs. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string | undefined;
  database: { kind: 'postgres'; url: string } | { kind: 'pglite'; directory: string } | { kind: 'memory' };
  secret: string;
  email: EmailOptions;
  /** Undefined where no keys are set: Stripe is simulated then. */
  stripe: StripeOptions | undefined;
  /** Where things are kept; undefined for nowhere. */
  directory: string | undefined;
}

/** Reads the environment once. Throws a sentence that says what to set, where something is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  if (env.NODE_ENV === 'production') {
    throw new Error(
      'Parley is an example: anybody can sign in as anybody. It does not start with NODE_ENV=production.',
    );
  }
  const given = Object.entries(env).filter(([, value]) => value !== '');
  const { success, data, error } = environment.safeParse(Object.fromEntries(given));
  if (!success) throw new Error(`The environment cannot be used.\n${z.prettifyError(error)}`);
  const directory = data.DATA_DIR === 'memory' ? undefined : data.DATA_DIR;
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL,
    database: databaseOf(data.DATABASE_URL, directory),
    stripe: stripeFromEnv(env),
    directory,
    secret: data.GUILDHALL_SECRET ?? keptSecret(directory),
    email: {
      from: data.MAIL_FROM,
      transport: data.SMTP_URL ? { kind: 'smtp', url: data.SMTP_URL } : { kind: 'outbox' },
    },
  };
}

function databaseOf(url: string | undefined, directory: string | undefined): Config['database'] {
  if (url) return { kind: 'postgres', url };
  return directory ? { kind: 'pglite', directory: join(directory, 'db') } : { kind: 'memory' };
}

/** A secret that outlives a restart, so that links in sent mails go on working. */
function keptSecret(directory: string | undefined): string {
  const fresh = randomBytes(32).toString('base64url');
  if (!directory) return fresh;
  const file = join(directory, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, fresh, { mode: 0o600 });
  chmodSync(file, 0o600);
  return fresh;
}
