import type { PlanDefinition } from '@guildhall/server';

/** What Parley sells, from the least to the most. Prices are in cents; their products at Stripe are made by themselves. */
export const PLANS: readonly PlanDefinition[] = [
  {
    id: 'free',
    name: 'Free',
    description: 'For trying Parley out together.',
    kind: 'free',
    currency: 'usd',
    memberLimit: 10,
    features: [
      { name: 'Models', value: 'Everyday ones' },
      { name: 'Older chats', value: 'Last 30 days' },
    ],
  },
  {
    id: 'team',
    name: 'Team',
    description: 'For a team that works in Parley every day.',
    kind: 'per_seat',
    currency: 'usd',
    prices: { month: 1200, year: 12_000 },
    features: [
      { name: 'Models', value: 'All of them' },
      { name: 'Older chats', value: 'Last year' },
      { name: 'Shared assistants', value: null },
    ],
  },
  {
    id: 'business',
    name: 'Business',
    description: 'For companies that buy ahead and need more control.',
    kind: 'per_seat',
    seats: 'prepaid',
    currency: 'usd',
    prices: { month: 2400, year: 24_000 },
    trialDays: 14,
    features: [
      { name: 'Models', value: 'All of them, and your own' },
      { name: 'Older chats', value: 'For good' },
      { name: 'Shared assistants', value: null },
      { name: 'Single sign-on', value: null },
    ],
  },
];
