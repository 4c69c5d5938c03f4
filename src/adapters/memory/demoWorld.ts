import { samplePlans } from '../../testing/plans.js';
import { SAMPLE_KINDS, sampleEntities } from '../../testing/sampleEntities.js';
import type { World, WorldInvoice } from '../../testing/world.js';

const DAY = 24 * 3_600_000;

const usd = (amount: number) => ({ amount, currency: 'usd' });

function invoiceOf(number: string, date: string, quantity: number): WorldInvoice {
  const end = new Date(Date.parse(date) + 30 * DAY).toISOString();
  const line = {
    kind: 'plan',
    description: `${quantity} × Team`,
    planId: 'team',
    interval: 'month',
    quantity,
    unitAmount: usd(1200),
    amount: usd(1200 * quantity),
    period: { start: date, end },
  } as const;
  return { id: `in_${number}`, number, date, lines: [line] };
}

/** What each workspace holds, and who made it: who did most comes first. */
const HOLDINGS = [
  { workspaceId: 'home-maya', count: 12, creatorIds: ['maya'] },
  { workspaceId: 'kite', count: 260, creatorIds: ['lena', 'maya', 'diego', 'yuki', 'jonas', 'nour'] },
  { workspaceId: 'tidewater', count: 40, creatorIds: ['sam', 'maya'] },
  { workspaceId: 'atlas', count: 70, creatorIds: ['sam'] },
] as const;

const entitiesAt = (now: string) =>
  HOLDINGS.flatMap((holding, index) => sampleEntities({ ...holding, now, seed: index + 1 }));

/**
 * A small company in the middle of its day: what `createMemoryAdapter` shows when it is told nothing else.
 *
 * @param now milliseconds since 1970; everything in it happened in the weeks before
 */
export function demoWorld(now: number): World {
  const ago = (days: number) => new Date(now - days * DAY).toISOString();
  return {
    now: ago(0),
    billing: { plans: samplePlans() },
    users: [
      { id: 'maya', email: 'maya@studio-kite.com', name: 'Maya Okafor' },
      { id: 'jonas', email: 'jonas@studio-kite.com', name: 'Jonas Lindqvist' },
      { id: 'lena', email: 'lena@studio-kite.com', name: 'Lena Hofmann' },
      { id: 'diego', email: 'diego@studio-kite.com', name: 'Diego Álvarez' },
      { id: 'yuki', email: 'yuki@studio-kite.com', name: '佐藤 由紀' },
      { id: 'nour', email: 'nour@studio-kite.com', name: 'نور حداد' },
      { id: 'sam', email: 'sam@tidewater.coop', name: 'Sam Whitfield' },
    ],
    entityKinds: SAMPLE_KINDS,
    entities: entitiesAt(ago(0)),
    workspaces: [
      {
        id: 'home-maya',
        name: "Maya's workspace",
        homeOf: 'maya',
        createdAt: ago(220),
        members: [{ userId: 'maya', role: 'owner', joinedAt: ago(220) }],
      },
      {
        id: 'kite',
        name: 'Studio Kite',
        createdAt: ago(200),
        members: [
          { userId: 'maya', role: 'owner', joinedAt: ago(200) },
          { userId: 'jonas', role: 'admin', joinedAt: ago(180), billingContact: true },
          { userId: 'lena', role: 'admin', joinedAt: ago(92) },
          { userId: 'diego', role: 'member', joinedAt: ago(61) },
          { userId: 'yuki', role: 'member', joinedAt: ago(33) },
          { userId: 'nour', role: 'member', joinedAt: ago(4) },
        ],
        invitations: [
          { id: 'invite-priya', email: 'priya@studio-kite.com', role: 'member', invitedBy: 'maya', createdAt: ago(1) },
          {
            id: 'invite-tomas',
            email: 'tomas@freelance.example',
            role: 'member',
            invitedBy: 'jonas',
            createdAt: ago(12),
          },
        ],
        billing: {
          planId: 'team',
          period: { start: ago(12), end: ago(-18) },
          paymentMethods: [{ id: 'pm_visa' }],
          details: { name: 'Studio Kite Ltd', email: 'accounts@studio-kite.com' },
          invoices: [invoiceOf('KITE-0001', ago(42), 5), invoiceOf('KITE-0002', ago(12), 5)],
        },
      },
      {
        id: 'tidewater',
        name: 'Tidewater Co-op',
        createdAt: ago(80),
        members: [
          { userId: 'sam', role: 'owner', joinedAt: ago(80) },
          { userId: 'maya', role: 'member', joinedAt: ago(40) },
        ],
      },
      {
        id: 'atlas',
        name: 'Atlas Research',
        createdAt: ago(20),
        members: [{ userId: 'sam', role: 'owner', joinedAt: ago(20) }],
        invitations: [
          { id: 'invite-maya', email: 'maya@studio-kite.com', role: 'admin', invitedBy: 'sam', createdAt: ago(2) },
        ],
      },
    ],
  };
}
