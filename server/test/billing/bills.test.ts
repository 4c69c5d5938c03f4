import { describe, expect, it } from 'vitest';
import type { Bill, BillLine } from 'guildhall/contract';
import { exchangePlan } from '../../src/billing/changes/stripePreviews.js';

const eur = (amount: number) => ({ amount, currency: 'eur' });
const lineOf = (kind: BillLine['kind'], description: string, amount: number): BillLine => ({
  id: description,
  kind,
  description,
  planId: null,
  interval: null,
  quantity: null,
  unitAmount: null,
  period: null,
  amount: eur(amount),
});

function billOf(...lines: readonly BillLine[]): Bill {
  const subtotal = eur(lines.reduce((sum, { amount }) => sum + amount.amount, 0));
  return { date: '', lines: [...lines], subtotal, tax: eur(0), total: subtotal, creditUsed: eur(0), due: subtotal };
}

const shown = ({ lines }: Bill) => lines.map(({ description, amount }) => `${description} ${amount.amount}`);

describe('a bill with another plan on it', () => {
  const flat = billOf(lineOf('plan', 'Flat', 817));
  const team = billOf(lineOf('plan', 'Team', 24_000));

  it('has the new plan, and all that stood beside the old one', () => {
    const bill = billOf(lineOf('plan', 'Team', 24_000), lineOf('usage', 'Messages', 300));
    expect(shown(exchangePlan(flat, bill, team))).toEqual(['Flat 817', 'Messages 300']);
  });

  it('adds up where Stripe told the first lines of a long one, and the old plan was not among them', () => {
    const bill = billOf(lineOf('remaining', '1 × Team', 500), lineOf('other', 'More items', 24_900));
    const exchanged = exchangePlan(flat, bill, team);
    expect(shown(exchanged)).toEqual(['Flat 817', '1 × Team 500', 'More items 900']);
    expect(exchanged.subtotal).toEqual(eur(2217));
  });
});
