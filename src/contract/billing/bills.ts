import * as z from 'zod/mini';
import { id, timestamp } from '../entities.js';
import { interval, money } from './plans.js';

/** From when to when a line is for. */
export const period = z.object({ start: timestamp, end: timestamp });

/**
 * One line of a bill, structured so that the interface can say it in the viewer's language.
 *
 * - `plan`: a plan for a period. `unitAmount` × `quantity` is the amount.
 * - `unused`: credit for time paid and not used; `remaining`: a plan for what is left of a period, both prorated.
 * - `usage`: what the host charged for; `description` is the host's.
 * - `other`: whatever else Stripe holds; `description` is Stripe's, in English.
 */
export const billLine = z.object({
  id,
  kind: z.enum(['plan', 'unused', 'remaining', 'usage', 'other']),
  description: z.string(),
  /** Null where no plan of the catalogue is concerned. */
  planId: z.nullable(id),
  interval: z.nullable(interval),
  quantity: z.nullable(z.int()),
  /** Of one, for a whole interval. */
  unitAmount: z.nullable(money),
  amount: money,
  period: z.nullable(period),
});
/** One line of a bill. See {@link billLine}. */
export type BillLine = z.infer<typeof billLine>;

/** A bill that adds up: `subtotal` is the sum of the lines, `total` = subtotal + tax, `due` = total − credit used. */
export const bill = z.object({
  /** When it is (to be) charged. */
  date: timestamp,
  lines: z.array(billLine),
  subtotal: money,
  tax: money,
  total: money,
  /** Credit from earlier bills that this one uses up. Zero or more. */
  creditUsed: money,
  /** What is charged. Never below zero: what is below becomes credit. */
  due: money,
});
/** A bill that adds up. See {@link bill}. */
export type Bill = z.infer<typeof bill>;

/** What stands where a change would lead, before anybody confirms it. */
export const preview = z.object({
  /** Names this very offer, for `billing.subscribe`. Valid for 15 minutes; a change of the account ends it. */
  quote: z.string(),
  /** Going up takes effect now and is prorated; going down waits for the end of the period and costs nothing. */
  takesEffect: z.enum(['now', 'period_end']),
  /** When it takes effect. */
  at: timestamp,
  /** What is charged on confirming. Null where nothing is, not even zero: a trial's start, going down. */
  now: z.nullable(bill),
  /** The first bill after that. */
  next: bill,
  /** What each interval costs from then on, before tax. */
  recurring: money,
  interval,
  /** Seats that are paid for; null where the plan is not per seat. */
  seats: z.nullable(z.int()),
  /** The last day of the trial that this begins, or null. */
  trialEndsAt: z.nullable(timestamp),
  /** Whether confirming needs a payment method that is not there yet. */
  needsPaymentMethod: z.boolean(),
});
/** What stands where a change would lead, before anybody confirms it. */
export type BillingPreview = z.infer<typeof preview>;

/** An invoice that was made. Links are fresh with every answer, and are not to be stored. */
export const invoice = z.object({
  id,
  /** As printed; null for a draft. */
  number: z.nullable(z.string()),
  date: timestamp,
  total: money,
  /** What is still to be paid. */
  due: money,
  status: z.enum(['draft', 'open', 'past_due', 'paid', 'void', 'uncollectible']),
  /** What it is mainly for: its largest line. */
  line: z.nullable(billLine),
  lineCount: z.int(),
  /** The page on which it can be seen and paid. */
  hostedUrl: z.nullable(z.string()),
  pdfUrl: z.nullable(z.string()),
});
/** An invoice that was made. */
export type Invoice = z.infer<typeof invoice>;
