import type { Plan, PlanFeature } from '../contract/index.js';

const without = (...names: string[]): PlanFeature[] => names.map((name) => ({ name, value: null }));

/** What each currency pays for a dollar here: minor units for one cent. */
const RATE: Record<string, number> = { usd: 1, eur: 1, jpy: 1.5 };

/**
 * The plans of an imaginary host: free for three people, two that are paid by the seat (one counts its members, one
 * sells seats ahead), and one that costs the same for up to ten.
 *
 * @param currency `usd`, `eur` or `jpy`; the numbers stay, so that ¥1,800 stands where $12.00 stood
 */
export function samplePlans(currency: 'usd' | 'eur' | 'jpy' = 'usd'): Plan[] {
  const price = (amount: number) => Math.round(amount * (RATE[currency] ?? 1));
  const base = { currency, description: null, memberLimit: null, trialDays: 0, seats: null };
  return [
    {
      ...base,
      id: 'free',
      name: 'Free',
      description: 'For trying it out together.',
      kind: 'free',
      prices: { month: 0, year: 0 },
      memberLimit: 3,
      features: [{ name: 'Older versions', value: 'Last 7 days' }],
    },
    {
      ...base,
      id: 'team',
      name: 'Team',
      description: 'For a team that grows: each member is counted.',
      kind: 'per_seat',
      seats: 'automatic',
      prices: { month: price(1200), year: price(12_000) },
      trialDays: 14,
      features: [{ name: 'Older versions', value: 'Last 90 days' }, ...without('Shared folders')],
    },
    {
      ...base,
      id: 'studio',
      name: 'Studio',
      description: 'One price for up to ten people.',
      kind: 'flat',
      prices: { month: price(4900), year: price(49_000) },
      memberLimit: 10,
      features: [{ name: 'Older versions', value: 'Last 90 days' }, ...without('Shared folders', 'Brand kit')],
    },
    {
      ...base,
      id: 'business',
      name: 'Business',
      description: 'For companies that buy ahead and need more control.',
      kind: 'per_seat',
      seats: 'prepaid',
      prices: { month: price(2400), year: price(24_000) },
      features: [
        { name: 'Older versions', value: 'For a year' },
        ...without('Shared folders', 'Brand kit', 'Single sign-on'),
      ],
    },
  ];
}
