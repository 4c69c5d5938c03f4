import type { BillingDetails, BillLine, DeclineReason, Interval, Invoice, Plan } from '../contract/index.js';

/** How a card behaves when money is taken from it. */
export type CardBehaviour = 'good' | 'declines' | 'insufficient_funds' | 'needs_authentication';

/** What the host of a world sells. */
export interface WorldBilling {
  /** From the least to the most. */
  plans: readonly Plan[];
  /** Milliseconds after a first failed payment until nobody new can be invited. @default 14 days */
  graceMs?: number;
  /** @default 'test' */
  mode?: 'test' | 'live';
}

/** Something to pay with. */
export interface WorldPaymentMethod {
  id: string;
  /** @default 'good' */
  behaviour?: CardBehaviour;
  /** @default 'card' */
  type?: string;
  /** @default 'visa' */
  brand?: string | null;
  /** @default '4242' */
  last4?: string | null;
  /** @default 8 */
  expiryMonth?: number | null;
  /** @default two years after the world's `now` */
  expiryYear?: number | null;
}

/** An invoice from before the world began. Its total is the sum of its lines. */
export interface WorldInvoice {
  id: string;
  /** @default null */
  number?: string | null;
  /** ISO 8601. */
  date: string;
  lines: readonly Omit<BillLine, 'id'>[];
  /** @default 'paid' */
  status?: Invoice['status'];
}

/** A payment that failed before the world began. Its invoice is the world's newest, or is made of the plan. */
export interface WorldPastDue {
  /** The first failure, ISO 8601. @default the beginning of the period */
  since?: string;
  /** @default 'declined' */
  reason?: DeclineReason;
  /** @default 1 */
  attempts?: number;
  /** ISO 8601. @default three days after `since` */
  nextAttemptAt?: string | null;
}

/** How a workspace stands with its payments at the start. Everything may be left out: it pays for nothing then. */
export interface WorldAccount {
  /** What it pays for. @default nothing */
  planId?: string;
  /** @default 'month' */
  interval?: Interval;
  /** Seats that are bought, of a prepaid plan. @default as many as there are members and invitations */
  seats?: number;
  /** Ends with `period`. @default false */
  trialing?: boolean;
  /** What is paid for, ISO 8601. @default from the world's `now` on, for one interval */
  period?: { start: string; end: string };
  /** The first is the default one. @default none */
  paymentMethods?: readonly WorldPaymentMethod[];
  details?: Partial<BillingDetails>;
  invoices?: readonly WorldInvoice[];
  pastDue?: WorldPastDue;
  /** Ends with its period. @default it goes on */
  cancellation?: { by?: string | null; requestedAt?: string };
  /** What it becomes at the end of its period. */
  scheduled?: { planId: string; interval?: Interval; seats?: number };
  /** What is on the next bill besides the plan, oldest first: usage, prorations. */
  pending?: readonly Omit<BillLine, 'id'>[];
  /** In minor units. @default 0 */
  credit?: number;
  /** Whether it has had its trial. @default true where it has or had a plan */
  trialUsed?: boolean;
}
