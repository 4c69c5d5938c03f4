import type { Bill, Plan } from 'guildhall/contract';
import type { World } from '../../../../src/testing/world.js';
import type { Random } from '../random.js';

/** People who come and go. */
export const GUESTS = 8;
/** What Stripe charges at least, in minor units of the currencies of these plans. */
export const LEAST_CHARGE = 50;

/** Plans at prices that seconds divide badly. */
export function plansOf(random: Random): Plan[] {
  const price = (most: number) => 2 * LEAST_CHARGE + Math.floor(random.next() * most);
  const currency = random.pick(['usd', 'eur', 'jpy']);
  const base = { currency, description: null, seats: null, memberLimit: null, features: [] };
  const trialDays = random.next() < 0.3 ? 1 + Math.floor(random.next() * 30) : 0;
  return [
    {
      ...base,
      id: 'flat',
      name: 'Flat',
      kind: 'flat',
      prices: { month: price(9_999), year: price(99_999) },
      trialDays: 0,
    },
    {
      ...base,
      id: 'counted',
      name: 'Counted',
      kind: 'per_seat',
      seats: 'automatic',
      prices: { month: price(3_333), year: price(29_999) },
      trialDays,
    },
    {
      ...base,
      id: 'sold',
      name: 'Sold',
      kind: 'per_seat',
      seats: 'prepaid',
      prices: { month: price(2_777), year: price(24_999) },
      trialDays,
    },
    {
      ...base,
      id: 'monthly',
      name: 'Monthly',
      kind: 'per_seat',
      seats: 'automatic',
      prices: { month: price(7_777), year: null },
      trialDays: 0,
    },
  ];
}

/** @throws Error with what was seen */
export function check(holds: boolean, what: string, ...seen: unknown[]): void {
  if (!holds) throw new Error(`It does not hold that ${what}: ${seen.map((one) => JSON.stringify(one)).join(' and ')}`);
}

/** @throws Error where a bill does not add up */
export function checkAddsUp({ lines, subtotal, tax, total, creditUsed, due }: Bill): void {
  const sum = lines.reduce((so, { amount }) => so + amount.amount, 0);
  check(sum === subtotal.amount, 'the lines are the subtotal', lines, subtotal);
  check(subtotal.amount + tax.amount === total.amount, 'subtotal and tax are the total', subtotal, tax, total);
  check(
    Math.max(0, total.amount - creditUsed.amount) === due.amount,
    'the total less the credit is due',
    total,
    creditUsed,
    due,
  );
}

/** A workspace of one, and those who are invited into it. */
export function worldOf(name: string, now: string): World {
  const guests = Array.from({ length: GUESTS }, (_, index) => `${name}-guest-${index}`);
  const owner = `${name}-owner`;
  const invitations = guests.map((id) => ({
    id,
    email: `${id}@walk.example`,
    role: 'member' as const,
    invitedBy: owner,
    expiresAt: '2100-01-01T00:00:00.000Z',
  }));
  return {
    now,
    users: [owner, ...guests].map((id) => ({ id, email: `${id}@walk.example`, name: id })),
    workspaces: [{ id: name, name, members: [{ userId: owner, role: 'owner' }], invitations }],
  };
}
