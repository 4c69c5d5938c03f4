import { recurringAmount, unitAmount } from '../../../contract/index.js';
import type { Bill, Money } from '../../../contract/index.js';
import type { DraftLine, Terms } from './account.js';
import { prorated } from './calendar.js';
import type { Span } from './calendar.js';

const iso = (ms: number) => new Date(ms).toISOString();
const periodOf = ({ start, end }: Span) => ({ start: iso(start), end: iso(end) });
const sumOf = (lines: readonly DraftLine[]) => lines.reduce((sum, { amount }) => sum + amount.amount, 0);

/** An amount as the wire has it. Never minus zero. */
export const moneyOf = (amount: number, currency: string): Money => ({ amount: amount + 0, currency });

function lineOf({ plan, interval, quantity }: Terms, kind: DraftLine['kind'], amount: number, span: Span): DraftLine {
  return {
    kind,
    description: plan.kind === 'per_seat' ? `${quantity} × ${plan.name}` : plan.name,
    planId: plan.id,
    interval,
    quantity,
    unitAmount: moneyOf(unitAmount(plan, interval), plan.currency),
    amount: moneyOf(amount, plan.currency),
    period: periodOf(span),
  };
}

/** A plan for a whole period; none for a plan that costs nothing. */
export function planLines(terms: Terms, span: Span): DraftLine[] {
  return terms.quantity === 0 ? [] : [lineOf(terms, 'plan', recurringAmount(terms), span)];
}

/** Credit for what is left of a period that is paid. */
export function unusedLine(terms: Terms, span: Span, at: number): DraftLine {
  return lineOf(terms, 'unused', -prorated(recurringAmount(terms), span, at), { start: at, end: span.end });
}

/**
 * What another plan, or another number of seats, costs for the rest of a period that is paid. Seats that come or go
 * are one line, which is the difference between the two that Stripe rounds: so the sums agree.
 */
export function changeLines(from: Terms, to: Terms, span: Span, at: number): DraftLine[] {
  const rest = { start: at, end: span.end };
  const cost = prorated(recurringAmount(to), span, at);
  if (from.plan.id !== to.plan.id) return [lineOf(to, 'remaining', cost, rest), unusedLine(from, span, at)];
  const more = to.quantity - from.quantity;
  const amount = cost - prorated(recurringAmount(from), span, at);
  const kind = more < 0 ? 'unused' : 'remaining';
  return [lineOf({ ...to, quantity: Math.abs(more) }, kind, amount, rest)];
}

/** What can be said in one line: seats that came, or went, at the same moment. */
function together(lines: readonly DraftLine[]): DraftLine[] {
  const groups = new Map<string, DraftLine>();
  for (const [index, line] of lines.entries()) {
    const { kind, planId, interval, unitAmount: unit, period, quantity, amount } = line;
    const isProration = kind === 'remaining' || kind === 'unused';
    const key = isProration ? JSON.stringify([kind, planId, interval, unit, period]) : String(index);
    const before = groups.get(key);
    if (!before) groups.set(key, line);
    else {
      const added = (before.quantity ?? 0) + (quantity ?? 0);
      const total = moneyOf(before.amount.amount + amount.amount, amount.currency);
      groups.set(key, {
        ...before,
        quantity: added,
        amount: total,
        description: line.description.replace(/^\d+/u, String(added)),
      });
    }
  }
  return [...groups.values()];
}

/**
 * A bill that adds up.
 *
 * @param credit what may be used up, in minor units
 */
export function makeBill(currency: string, date: number, drafts: readonly DraftLine[], credit: number): Bill {
  const lines = together(drafts).map((line, index) => ({ id: `line-${index + 1}`, ...structuredClone(line) }));
  const total = sumOf(lines);
  const creditUsed = Math.min(credit, Math.max(0, total));
  return {
    date: iso(date),
    lines,
    subtotal: moneyOf(total, currency),
    tax: moneyOf(0, currency),
    total: moneyOf(total, currency),
    creditUsed: moneyOf(creditUsed, currency),
    due: moneyOf(Math.max(0, total - creditUsed), currency),
  };
}

/** What is left of a credit after a bill, which adds to it where it is below zero. */
export function creditAfter(credit: number, { total, creditUsed }: Bill): number {
  return credit - creditUsed.amount + Math.max(0, -total.amount);
}
