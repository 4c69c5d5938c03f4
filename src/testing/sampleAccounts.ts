import { unitAmount } from '../contract/index.js';
import type { Plan } from '../contract/index.js';
import { samplePlans } from './plans.js';
import type { WorldAccount, WorldBilling, WorldInvoice } from './world.js';

/** The states of a workspace's payments that {@link makeWorld} can make. */
export type SampleBilling =
  | 'free'
  | 'healthy'
  | 'flat'
  | 'prepaid'
  | 'trialing'
  | 'cancelling'
  | 'scheduled'
  | 'credit'
  | 'past_due'
  | 'grace_over'
  | 'jpy';

/** How many invoices a paying workspace has: more than a page shows. */
const INVOICES = 31;
const DAY = 24 * 3_600_000;

/** So many months before or after, on the same day of the month, which no month is without. */
function addMonths(iso: string, months: number): string {
  const date = new Date(iso);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString();
}

function invoicesOf(plan: Plan, seats: number, newest: string, isPastDue: boolean): WorldInvoice[] {
  const amount = unitAmount(plan, 'month');
  const money = (value: number) => ({ amount: value, currency: plan.currency });
  return Array.from({ length: INVOICES }, (_, index) => {
    const date = addMonths(newest, index + 1 - INVOICES);
    const quantity = plan.kind === 'flat' ? 1 : Math.max(1, seats - Math.floor((INVOICES - 1 - index) / 6));
    return {
      id: `in_${String(index + 1).padStart(4, '0')}`,
      number: `BIG-${String(index + 1).padStart(4, '0')}`,
      date,
      status: isPastDue && index === INVOICES - 1 ? 'past_due' : 'paid',
      lines: [
        {
          kind: 'plan',
          description: `${quantity} × ${plan.name}`,
          planId: plan.id,
          interval: 'month',
          quantity,
          unitAmount: money(amount),
          amount: money(amount * quantity),
          period: { start: date, end: addMonths(date, 1) },
        },
      ],
    };
  });
}

const PLAN: Partial<Record<SampleBilling, string>> = { flat: 'studio', prepaid: 'business', scheduled: 'business' };
const DAYS_AGO: Partial<Record<SampleBilling, number>> = { past_due: 5, grace_over: 16, trialing: 4 };

/** What sets one state apart from `healthy`. */
function differenceOf(state: SampleBilling, start: string, now: string, seats: number): WorldAccount {
  const since = { since: start, reason: 'insufficient_funds' } as const;
  const soon = new Date(Date.parse(now) + 3 * DAY).toISOString();
  const differences: Partial<Record<SampleBilling, WorldAccount>> = {
    prepaid: { seats },
    trialing: {
      trialing: true,
      invoices: [],
      period: { start, end: new Date(Date.parse(start) + 14 * DAY).toISOString() },
    },
    cancelling: { cancellation: { by: 'user-1', requestedAt: new Date(Date.parse(now) - DAY).toISOString() } },
    scheduled: { seats, scheduled: { planId: 'team' } },
    credit: { credit: 4500 },
    past_due: { pastDue: { ...since, attempts: 2, nextAttemptAt: soon } },
    grace_over: { pastDue: { ...since, attempts: 3, nextAttemptAt: soon } },
  };
  return differences[state] ?? {};
}

/** A workspace's payments in one of their states, and what its host sells. */
export function sampleAccount(
  state: SampleBilling,
  now: string,
  people: { members: number; invitations: number },
): { billing: WorldBilling; account: WorldAccount } {
  const plans = samplePlans(state === 'jpy' ? 'jpy' : 'usd');
  const billing = { plans };
  const plan = plans.find(({ id }) => id === (PLAN[state] ?? 'team'));
  if (state === 'free' || !plan) return { billing, account: {} };
  const start = new Date(Date.parse(now) - (DAYS_AGO[state] ?? 12) * DAY).toISOString();
  const seats = plan.seats === 'prepaid' ? people.members + people.invitations + 1 : people.members;
  const isPastDue = state === 'past_due' || state === 'grace_over';
  const year = new Date(now).getUTCFullYear();
  const nextMonth = new Date(addMonths(start, 1));
  const account: WorldAccount = {
    planId: plan.id,
    period: { start, end: addMonths(start, 1) },
    paymentMethods: [
      { id: 'pm_visa', behaviour: isPastDue ? 'insufficient_funds' : 'good', expiryYear: year + 2 },
      {
        id: 'pm_spare',
        brand: 'mastercard',
        last4: '5100',
        expiryMonth: nextMonth.getUTCMonth() + 1,
        expiryYear: nextMonth.getUTCFullYear(),
      },
    ],
    details: {
      name: 'Big Company GmbH',
      email: 'accounts@company-1.example',
      address: {
        line1: 'Schlesische Straße 27',
        line2: '',
        city: 'Berlin',
        postalCode: '10997',
        state: '',
        country: 'DE',
      },
      taxIds: [{ type: 'eu_vat', value: 'DE298417663', verification: 'verified' }],
    },
    invoices: invoicesOf(plan, seats, start, isPastDue),
  };
  return { billing, account: { ...account, ...differenceOf(state, start, now, seats) } };
}
