import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { checkStripeOptions } from './billing/options.js';
import type { StripeOptions } from './billing/options.js';
import type { DatabaseOptions, EmailOptions } from './options.js';

/** Whether this process runs for real. Whatever is only for development asks here. */
export function isProduction(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.NODE_ENV === 'production';
}

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL such as ${example}` });

const stripeSchema = z.object({
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_BASE: z.string().optional(),
});

const schema = z.object({
  ...stripeSchema.shape,
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url(/^https?$/, 'https://app.example.com').optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name').optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(1000).optional(),
  GUILDHALL_DATA_DIR: z.string().min(1).default('.data/guildhall'),
  GUILDHALL_SECRET: z
    .string()
    .min(32, 'must have 32 characters or more; `openssl rand -base64 32` makes one')
    .optional(),
  GUILDHALL_APP_NAME: z.string().min(1).default('Guildhall'),
  SMTP_URL: url(/^smtps?$/, 'smtps://user:password@mail.example.com').optional(),
  MAIL_FROM: z.string().min(3).optional(),
  GUILDHALL_PLANS: z.string().min(1).optional(),
  GUILDHALL_ENTITIES: z.string().min(1).optional(),
});

/** How the standalone server runs. */
export interface Config {
  readonly production: boolean;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly host: string;
  /** Absent in development: the address that the server then has. */
  readonly publicUrl: string | undefined;
  readonly database: DatabaseOptions;
  readonly secret: string;
  readonly appName: string;
  readonly email: EmailOptions | undefined;
  /** Absent: billing is off. */
  readonly stripe: StripeOptions | undefined;
  /** A JSON file with what is sold. */
  readonly plansFile: string | undefined;
  /** A JSON file with the host's kinds of entities. */
  readonly entitiesFile: string | undefined;
}

/**
 * Reads the environment, once. An empty variable counts as none.
 *
 * @throws Error whose message says which variable to set, and how
 */
export function readEnv(env: NodeJS.ProcessEnv = process.env): Config {
  const given = withoutEmpty(env);
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${sentence(message)}`).join('\n'),
    );
  }
  const production = isProduction(env);
  const values = parsed.data;
  if (production) requireForProduction(values);
  const { DATABASE_URL, DATABASE_POOL_SIZE: poolSize, SMTP_URL, MAIL_FROM } = values;
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    database: DATABASE_URL
      ? { kind: 'postgres', url: DATABASE_URL, poolSize }
      : { kind: 'pglite', directory: values.GUILDHALL_DATA_DIR },
    // Links in mails stop working at the next start: fine on a developer's machine, and only there.
    secret: values.GUILDHALL_SECRET ?? randomBytes(32).toString('base64url'),
    appName: values.GUILDHALL_APP_NAME,
    email: emailOf(production, SMTP_URL, MAIL_FROM),
    stripe: stripeOf(values, production),
    plansFile: values.GUILDHALL_PLANS,
    entitiesFile: values.GUILDHALL_ENTITIES,
  };
}

type Values = z.infer<typeof schema>;

const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** All of Stripe's keys, or none. */
function stripeOf(values: z.infer<typeof stripeSchema>, production: boolean): StripeOptions | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_API_BASE: apiBase } = values;
  const { STRIPE_WEBHOOK_SECRET: webhookSecret } = values;
  const keys = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;
  const missing = keys.filter((name) => values[name] === undefined);
  if (missing.length === keys.length) return undefined;
  if (secretKey === undefined || publishableKey === undefined || webhookSecret === undefined)
    throw new Error(`Set ${missing.join(' and ')} too: billing needs all three of Stripe’s keys, or none of them.`);
  const options = { secretKey, publishableKey, webhookSecret, apiBase };
  checkStripeOptions(options, production);
  return options;
}

/**
 * Stripe's keys from STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET, and in development a
 * simulator's address from STRIPE_API_BASE.
 *
 * @returns undefined where none is set: billing is off then
 * @throws Error whose message says which variable to set, and how
 * @example const stripe = stripeFromEnv();
 * createGuildhall({ ...options, billing: stripe && { plans, stripe } });
 */
export function stripeFromEnv(env: NodeJS.ProcessEnv = process.env): StripeOptions | undefined {
  return stripeOf(stripeSchema.parse(withoutEmpty(env)), isProduction(env));
}

function requireForProduction(values: Values): void {
  const required = [
    'GUILDHALL_SECRET',
    'PUBLIC_URL',
    ...(values.SMTP_URL === undefined ? [] : ['MAIL_FROM' as const]),
  ] as const;
  const missing = required.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new Error(`Set ${missing.join(' and ')}: production has no default for it.`);
}

/** In production there is no mail without a mail server; inviting then says so. */
function emailOf(production: boolean, smtpUrl: string | undefined, from: string | undefined): EmailOptions | undefined {
  const sender = from ?? 'Guildhall <no-reply@guildhall.example>';
  if (smtpUrl !== undefined) return { from: sender, transport: { kind: 'smtp', url: smtpUrl } };
  return production ? undefined : { from: sender, transport: { kind: 'outbox' } };
}

const sentence = (message: string) => (message.endsWith('.') ? message : `${message}.`);
