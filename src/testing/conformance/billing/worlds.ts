import type { Plan } from '../../../contract/index.js';
import type { World } from '../../world.js';
import { company } from '../worlds.js';

const base = { currency: 'usd', description: null, seats: null, memberLimit: null, trialDays: 0, features: [] };
const perSeat = { ...base, kind: 'per_seat' } as const;

/** What the host of every world here sells. No limit stands in the way of the free plan's eight members. */
export const PLANS: readonly Plan[] = [
  { ...base, id: 'free', name: 'Free', kind: 'free', prices: { month: 0, year: 0 } },
  { ...base, id: 'duo', name: 'Duo', kind: 'flat', prices: { month: 900, year: null }, memberLimit: 2 },
  { ...base, id: 'studio', name: 'Studio', kind: 'flat', prices: { month: 4900, year: null }, memberLimit: 10 },
  { ...perSeat, id: 'team', name: 'Team', seats: 'automatic', prices: { month: 1200, year: 12_000 } },
  {
    ...perSeat,
    id: 'growth',
    name: 'Growth',
    seats: 'automatic',
    prices: { month: 1500, year: 15_000 },
    trialDays: 14,
  },
  {
    ...perSeat,
    id: 'business',
    name: 'Business',
    description: 'For companies that buy ahead.',
    seats: 'prepaid',
    prices: { month: 2400, year: 24_000 },
    features: [{ name: 'Older versions', value: 'For a year' }],
  },
];

/** Milliseconds after which nobody new can be invited to a workspace that owes. */
export const GRACE_MS = 2 * 24 * 3_600_000;

/** The company, on a host that sells {@link PLANS}. Nobody pays yet. */
export const billed: World = { ...company, billing: { plans: PLANS, graceMs: GRACE_MS } };
