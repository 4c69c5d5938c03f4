import { describe, expect, it } from 'vitest';
import { readEnv, stripeFromEnv } from '../src/env.js';

const SECRET = 'x'.repeat(32);

describe('the environment', () => {
  it('runs on nothing in development', () => {
    const config = readEnv({});
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      database: { kind: 'pglite', directory: '.data/guildhall' },
      email: { transport: { kind: 'outbox' } },
    });
    expect(config.secret).not.toBe(readEnv({}).secret);
    expect(config.secret.length).toBeGreaterThanOrEqual(32);
  });

  it('takes a database, a mail server and a secret', () => {
    const DATABASE_URL = 'postgres://u:p@db:5432/app';
    const config = readEnv({
      DATABASE_URL,
      DATABASE_POOL_SIZE: '20',
      SMTP_URL: 'smtp://mail',
      MAIL_FROM: 'a@b.example',
      GUILDHALL_SECRET: SECRET,
    });
    expect(config.database).toEqual({ kind: 'postgres', url: DATABASE_URL, poolSize: 20 });
    expect(config.email).toEqual({ from: 'a@b.example', transport: { kind: 'smtp', url: 'smtp://mail' } });
    expect(config.secret).toBe(SECRET);
  });

  it('counts an empty variable as none', () => {
    expect(readEnv({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 4100, database: { kind: 'pglite' } });
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL must be a URL such as postgres://'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL must be a URL such as smtps://'],
    [{ PUBLIC_URL: 'app.example' }, 'PUBLIC_URL must be a URL such as https://'],
    [{ GUILDHALL_SECRET: 'short' }, 'GUILDHALL_SECRET must have 32 characters or more'],
  ])('says what is wrong with %j', (env, sentence) => {
    expect(() => readEnv(env)).toThrow(sentence);
  });

  it('has no defaults in production for what must be chosen, and no outbox', () => {
    const NODE_ENV = 'production';
    expect(() => readEnv({ NODE_ENV })).toThrow('Set GUILDHALL_SECRET and PUBLIC_URL');
    const env = { NODE_ENV, GUILDHALL_SECRET: SECRET, PUBLIC_URL: 'https://app.example' };
    expect(readEnv(env).email).toBeUndefined();
    expect(() => readEnv({ ...env, SMTP_URL: 'smtp://mail' })).toThrow('Set MAIL_FROM');
  });

  it('takes all of Stripe’s keys, or none', () => {
    const keys = {
      STRIPE_SECRET_KEY: 'sk_test_x',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_x',
      STRIPE_WEBHOOK_SECRET: 'whsec_x',
    };
    expect(readEnv({}).stripe).toBeUndefined();
    expect(readEnv(keys).stripe).toMatchObject({ secretKey: 'sk_test_x', webhookSecret: 'whsec_x' });
    expect(() => readEnv({ ...keys, STRIPE_WEBHOOK_SECRET: '' })).toThrow(/Set STRIPE_WEBHOOK_SECRET too/);
    expect(() => readEnv({ ...keys, STRIPE_API_BASE: 'https://stripe.example' })).toThrow(/STRIPE_API_BASE/);
    expect(stripeFromEnv(keys)).toEqual(readEnv(keys).stripe);
  });
});
