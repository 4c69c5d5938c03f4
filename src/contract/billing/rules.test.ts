import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGuildhallError } from '../errors.js';
import { minorDigits } from './currencies.js';
import type { Plan } from './plans.js';
import {
  DEFAULT_GRACE_MS,
  addedCost,
  areInvitationsPaused,
  checkPlaces,
  declineReason,
  graceEnd,
  isGoingDown,
  isSameTerms,
  memberLimitOf,
  minimumSeats,
  quantityOf,
  recurringAmount,
  unitAmount,
} from './rules.js';
import type { Terms } from './rules.js';

const base = { currency: 'usd', description: null, seats: null, memberLimit: null, trialDays: 0, features: [] };
const plans = {
  free: { ...base, id: 'free', name: 'Free', kind: 'free', prices: { month: 0, year: 0 }, memberLimit: 3 },
  flat: { ...base, id: 'flat', name: 'Flat', kind: 'flat', prices: { month: 4900, year: null }, memberLimit: 10 },
  counted: {
    ...base,
    id: 'counted',
    name: 'Counted',
    kind: 'per_seat',
    seats: 'automatic',
    prices: { month: 1200, year: 12_000 },
  },
  bought: {
    ...base,
    id: 'bought',
    name: 'Bought',
    kind: 'per_seat',
    seats: 'prepaid',
    prices: { month: 2400, year: 24_000 },
  },
} satisfies Record<string, Plan>;

const terms = (plan: Plan, quantity: number, interval: Terms['interval'] = 'month'): Terms => ({
  plan,
  interval,
  quantity,
});
const people = fc.record({ members: fc.integer({ min: 1, max: 500 }), invited: fc.integer({ min: 0, max: 100 }) });

/** The error of something that must be refused. */
function refusalOf(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    if (isGuildhallError(error)) return { code: error.code, details: error.details };
    throw error;
  }
  return expect.fail('it was not refused');
}

describe('what a plan costs', () => {
  it('is its price for each seat, or for all', () => {
    expect(recurringAmount(terms(plans.counted, 8))).toBe(9600);
    expect(recurringAmount(terms(plans.counted, 8, 'year'))).toBe(96_000);
    expect(recurringAmount(terms(plans.flat, 1))).toBe(4900);
    expect(recurringAmount(terms(plans.free, 0))).toBe(0);
  });

  it('is unknown for an interval that is not sold, and the field is named', () => {
    expect(refusalOf(() => unitAmount(plans.flat, 'year'))).toMatchObject({
      code: 'validation',
      details: { fields: [{ path: 'interval' }] },
    });
  });

  it('counts whom the plan counts', () => {
    fc.assert(
      fc.property(people, fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }), ({ members }, seats) => {
        expect(quantityOf(plans.free, members, seats)).toBe(0);
        expect(quantityOf(plans.flat, members, seats)).toBe(1);
        expect(quantityOf(plans.counted, members, seats)).toBe(members);
        expect(quantityOf(plans.bought, members, seats)).toBe(seats ?? members);
      }),
    );
    expect(quantityOf(plans.counted, 0, undefined), 'Stripe bills at least one').toBe(1);
  });

  it('says what more people would add, on a plan that counts them', () => {
    expect(addedCost(plans.counted, 'month', 3)).toBe(3600);
    expect(addedCost(plans.counted, 'month', 0)).toBeNull();
    expect(addedCost(plans.counted, null, 3)).toBeNull();
    for (const plan of [plans.free, plans.flat, plans.bought, null]) expect(addedCost(plan, 'month', 3)).toBeNull();
  });
});

describe('going down', () => {
  it('is paying less, or for a shorter time, or nothing', () => {
    expect(isGoingDown(terms(plans.bought, 12), terms(plans.bought, 11))).toBe(true);
    expect(isGoingDown(terms(plans.bought, 11), terms(plans.bought, 12))).toBe(false);
    expect(isGoingDown(terms(plans.bought, 8), terms(plans.counted, 8))).toBe(true);
    expect(isGoingDown(terms(plans.counted, 8, 'year'), terms(plans.bought, 80))).toBe(true);
    expect(isGoingDown(terms(plans.bought, 80), terms(plans.counted, 1, 'year'))).toBe(false);
  });

  it('is the free plan, whatever interval is named with it', () => {
    for (const from of ['month', 'year'] as const) {
      for (const to of ['month', 'year'] as const)
        expect(isGoingDown(terms(plans.counted, 8, from), terms(plans.free, 0, to))).toBe(true);
    }
  });

  it('is never both there and back', () => {
    const any = fc.record({
      plan: fc.constantFrom(plans.counted, plans.bought),
      interval: fc.constantFrom('month' as const, 'year' as const),
      quantity: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(isGoingDown(a, b) && isGoingDown(b, a)).toBe(false);
        expect(isGoingDown(a, a)).toBe(false);
      }),
    );
  });

  it('is something else than staying', () => {
    expect(isSameTerms(terms(plans.counted, 8), terms({ ...plans.counted }, 8))).toBe(true);
    expect(isSameTerms(terms(plans.counted, 8), terms(plans.counted, 9))).toBe(false);
    expect(isSameTerms(terms(plans.counted, 8), terms(plans.counted, 8, 'year'))).toBe(false);
    expect(isSameTerms(terms(plans.counted, 8), terms(plans.bought, 8))).toBe(false);
  });
});

describe('places', () => {
  it('are needed by everybody in, and everybody invited', () => {
    expect(minimumSeats({ members: 8, invited: 2 })).toBe(10);
    expect(minimumSeats({ members: 0, invited: 0 })).toBe(1);
  });

  it('are enough on whatever is sold with them', () => {
    fc.assert(
      fc.property(people, ({ members, invited }) => {
        const needed = minimumSeats({ members, invited });
        checkPlaces(terms(plans.bought, needed), { members, invited });
        expect(refusalOf(() => checkPlaces(terms(plans.bought, needed - 1), { members, invited }))).toEqual({
          code: 'conflict',
          details: { reason: 'seats_below_members' },
        });
      }),
    );
  });

  it('are counted by members on a plan for so many, and not at all on the way to the free one', () => {
    checkPlaces(terms(plans.flat, 1), { members: 10, invited: 5 });
    checkPlaces(terms(plans.counted, 80), { members: 80, invited: 5 });
    checkPlaces(terms(plans.free, 0), { members: 80, invited: 5 });
    expect(refusalOf(() => checkPlaces(terms(plans.flat, 1), { members: 11, invited: 0 }))).toEqual({
      code: 'limit_exceeded',
      details: { limit: 'members', max: 10, used: 11 },
    });
  });

  it('end where the plan ends them, or the seats that are bought, or the host', () => {
    const nothing = { paid: null, scheduled: null };
    expect(memberLimitOf(null, nothing, 5)).toBe(5);
    expect(memberLimitOf(null, nothing, null)).toBeNull();
    expect(memberLimitOf(plans.free, nothing, 100), 'the plan comes before the host').toBe(3);
    expect(memberLimitOf(plans.counted, { paid: 8, scheduled: null }, 5), 'what is counted is no limit').toBeNull();
    expect(memberLimitOf(plans.bought, { paid: 12, scheduled: null }, null)).toBe(12);
    expect(memberLimitOf(plans.bought, { paid: 12, scheduled: 10 }, null), 'already what it will be').toBe(10);
    expect(memberLimitOf({ ...plans.bought, memberLimit: 9 }, { paid: 12, scheduled: 10 }, null)).toBe(9);
  });
});

describe('owing', () => {
  const since = '2026-03-02T09:00:00.000Z';

  it('restricts nothing until the grace is over, and then at once', () => {
    const end = Date.parse(graceEnd(since));
    expect(end - Date.parse(since)).toBe(DEFAULT_GRACE_MS);
    expect(areInvitationsPaused(since, end - 1)).toBe(false);
    expect(areInvitationsPaused(since, end)).toBe(true);
    expect(areInvitationsPaused(null, end)).toBe(false);
    expect(areInvitationsPaused(since, Date.parse(since), 0)).toBe(true);
  });

  it('has a reason that people understand, whatever Stripe calls it', () => {
    expect(declineReason('insufficient_funds')).toBe('insufficient_funds');
    expect(declineReason('expired_card')).toBe('expired_card');
    expect(declineReason('invalid_cvc')).toBe('incorrect_cvc');
    expect(declineReason('incorrect_cvc')).toBe('incorrect_cvc');
    expect(declineReason('authentication_required')).toBe('authentication_required');
    for (const code of ['do_not_honor', 'generic_decline', 'fraudulent', '', null, undefined])
      expect(declineReason(code)).toBe('declined');
  });
});

describe('an amount', () => {
  it('has as many digits behind the point as Stripe says', () => {
    expect(['usd', 'eur', 'isk', 'ugx'].map(minorDigits)).toEqual([2, 2, 2, 2]);
    expect(['jpy', 'krw', 'mga', 'vnd'].map(minorDigits)).toEqual([0, 0, 0, 0]);
    expect(['kwd', 'bhd'].map(minorDigits)).toEqual([3, 3]);
  });
});
