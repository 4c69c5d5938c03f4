import { describe, expect, it } from 'vitest';
import { checkStripeOptions } from '../../src/billing/options.js';
import { createPlanCatalogue } from '../../src/billing/plans.js';
import type { PlanDefinition } from '../../src/billing/plans.js';

const free: PlanDefinition = { id: 'free', name: 'Free', kind: 'free', currency: 'usd' };
const team: PlanDefinition = { id: 'team', name: 'Team', kind: 'per_seat', currency: 'usd', prices: { month: 1200 } };

describe('what a host sells', () => {
  it('says no more than it must', () => {
    const { plans, free: standing } = createPlanCatalogue([free, team]);
    expect(plans).toEqual([
      {
        ...free,
        description: null,
        seats: null,
        prices: { month: 0, year: 0 },
        memberLimit: null,
        trialDays: 0,
        features: [],
      },
      {
        ...team,
        description: null,
        seats: 'automatic',
        prices: { month: 1200, year: null },
        memberLimit: null,
        trialDays: 0,
        features: [],
      },
    ]);
    expect(standing?.id).toBe('free');
  });

  it.each<[string, readonly PlanDefinition[], RegExp]>([
    ['two plans of one id', [team, team], /"team".*same `id`/],
    ['two free plans', [free, { ...free, id: 'gratis' }], /"gratis".*free already/],
    ['an id that is no word', [{ ...team, id: 'my plan' }], /"my plan".*`id` must be/],
    ['no name', [{ ...team, name: ' ' }], /"team".*`name`/],
    ['a currency in capitals', [{ ...team, currency: 'USD' }], /"team".*`currency`.*USD/],
    ['a fraction of a cent', [{ ...team, prices: { month: 12.5 } }], /"team".*`prices.month`.*12.5/],
    ['a price below nothing', [{ ...team, prices: { year: -1 } }], /"team".*`prices.year`.*-1/],
    ['no price at all', [{ ...team, prices: {} }], /"team".*`prices.month`/],
    ['a free plan with a price', [{ ...free, prices: { month: 1 } }], /"free".*`prices.month`/],
    ['seats of a flat plan', [{ ...team, kind: 'flat', seats: 'prepaid' }], /"team".*`seats`.*flat/],
    ['a limit of nobody', [{ ...team, memberLimit: 0 }], /"team".*`memberLimit`/],
    ['a trial of half a day', [{ ...team, trialDays: 0.5 }], /"team".*`trialDays`/],
    ['a price at Stripe that is a product', [{ ...team, stripePrices: { month: 'prod_1' } }], /"team".*prod_1/],
    ['a price at Stripe without an amount', [{ ...team, stripePrices: { year: 'price_1' } }], /"team".*`prices.year`/],
  ])('cannot hold %s, and the start says so', (_what, plans, sentence) => {
    expect(() => createPlanCatalogue(plans)).toThrow(sentence);
  });
});

const keys = { secretKey: 'sk_test_x', publishableKey: 'pk_test_x', webhookSecret: 'whsec_x' };

describe('Stripe’s keys', () => {
  it('say whether real money moves', () => {
    expect(checkStripeOptions(keys, true)).toBe('test');
    expect(checkStripeOptions({ ...keys, secretKey: 'rk_live_x', publishableKey: 'pk_live_x' }, true)).toBe('live');
  });

  it.each([
    ['a publishable key for a secret one', { secretKey: 'pk_test_abcdef' }, /STRIPE_SECRET_KEY/],
    ['keys of two modes', { publishableKey: 'pk_live_abcdef' }, /STRIPE_PUBLISHABLE_KEY.*pk_test_/],
    ['a webhook secret that is none', { webhookSecret: 'secret_abcdef' }, /STRIPE_WEBHOOK_SECRET.*whsec_/],
    ['an address elsewhere', { apiBase: 'http://stripe.example:80' }, /STRIPE_API_BASE/],
    [
      'a simulator with live keys',
      { secretKey: 'sk_live_abcdef', publishableKey: 'pk_live_abcdef', apiBase: 'http://127.0.0.1:1' },
      /STRIPE_API_BASE.*simulator/,
    ],
  ])('cannot be %s, and no key is repeated', (_what, wrong, sentence) => {
    const start = () => checkStripeOptions({ ...keys, ...wrong }, false);
    expect(start).toThrow(sentence);
    expect(start).not.toThrow(/abcdef/);
  });

  it('are never for a simulator in production', () => {
    expect(() => checkStripeOptions({ ...keys, apiBase: 'http://127.0.0.1:4242' }, true)).toThrow(/production/);
    expect(checkStripeOptions({ ...keys, apiBase: 'http://127.0.0.1:4242' }, false)).toBe('test');
  });
});
