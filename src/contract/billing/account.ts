import * as z from 'zod/mini';
import { id, person, timestamp } from '../entities.js';
import { bill, period } from './bills.js';
import { interval, money, plan } from './plans.js';

/** Why a bank said no, as far as it told. */
export const DECLINE_REASONS = [
  'declined',
  'insufficient_funds',
  'expired_card',
  'incorrect_cvc',
  'authentication_required',
  'processing_error',
] as const;
/** Why a bank said no, as far as it told. */
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What money is taken from. No more of a card than its holder sees on a receipt. */
export const paymentMethod = z.object({
  id,
  /** Stripe's word: `card`, `sepa_debit`, `link`, … */
  type: z.string(),
  /** `visa`, `mastercard`, …, a bank's name; null where it has none. */
  brand: z.nullable(z.string()),
  last4: z.nullable(z.string()),
  /** 1 to 12. */
  expiryMonth: z.nullable(z.int()),
  /** Four digits. */
  expiryYear: z.nullable(z.int()),
  isDefault: z.boolean(),
});
/** What money is taken from. */
export type PaymentMethod = z.infer<typeof paymentMethod>;

/** A postal address. Empty strings where nothing is known. */
export const address = z.object({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  postalCode: z.string(),
  state: z.string(),
  /** ISO 3166-1 alpha-2 in upper case, or empty. */
  country: z.string(),
});
/** A postal address. */
export type Address = z.infer<typeof address>;

/** A tax id and whether its authority knows it. Stripe asks in its own time: `pending` until then. */
export const taxId = z.object({
  /** Stripe's word: `eu_vat`, `gb_vat`, `us_ein`, … */
  type: z.string(),
  value: z.string(),
  verification: z.enum(['pending', 'verified', 'unverified', 'unavailable']),
});
/** A tax id and whether its authority knows it. */
export type TaxId = z.infer<typeof taxId>;

/** What invoices say about who pays. */
export const billingDetails = z.object({
  /** The company, or whoever pays. Null: the workspace's name. */
  name: z.nullable(z.string()),
  /** Where invoices go besides the billing contacts. */
  email: z.nullable(z.string()),
  address: z.nullable(address),
  taxIds: z.array(taxId),
});
/** What invoices say about who pays. */
export type BillingDetails = z.infer<typeof billingDetails>;

/** A payment that failed and is still owed. */
export const pastDue = z.object({
  invoiceId: id,
  invoiceNumber: z.nullable(z.string()),
  amount: money,
  /** The first failure: the grace period counts from here, whatever is tried later. */
  since: timestamp,
  reason: z.enum(DECLINE_REASONS),
  /** What was declined; null where it is gone, or there was none. */
  paymentMethodId: z.nullable(id),
  attempts: z.int(),
  /** When Stripe tries again by itself; null where it does not. */
  nextAttemptAt: z.nullable(timestamp),
  /** After this nobody new can be invited. */
  graceEndsAt: timestamp,
});
/** A payment that failed and is still owed. */
export type PastDue = z.infer<typeof pastDue>;

/** A change that waits for the end of the period. */
export const scheduledChange = z.object({
  at: timestamp,
  planId: id,
  interval,
  /** Null where the plan is not per seat. */
  seats: z.nullable(z.int()),
});
/** A change that waits for the end of the period. */
export type ScheduledChange = z.infer<typeof scheduledChange>;

/**
 * Where a workspace's payments stand. `none`: it pays for nothing (the free plan, or none). `incomplete`: its first
 * payment waits for the bank's confirmation. The rest are Stripe's words.
 */
export const billingStatus = z.enum(['none', 'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused']);
/** Where a workspace's payments stand. */
export type BillingStatus = z.infer<typeof billingStatus>;

/** All that owners and billing contacts see of a workspace's billing. */
export const billing = z.object({
  status: billingStatus,
  /** The plan it is on, sold no more perhaps. Null where it pays for nothing and the host has no free plan. */
  plan: z.nullable(plan),
  interval: z.nullable(interval),
  /** People and places. `paid` is the quantity that Stripe bills; null where the plan is not per seat. */
  seats: z.object({
    members: z.int(),
    /** Unanswered invitations that have not expired. */
    invited: z.int(),
    paid: z.nullable(z.int()),
    limit: z.nullable(z.int()),
  }),
  /** What is paid for. */
  period: z.nullable(period),
  trialEndsAt: z.nullable(timestamp),
  /** When the plan ends by itself, who asked for that and when; null for both where Stripe alone knows. */
  cancellation: z.nullable(z.object({ endsAt: timestamp, by: z.nullable(person), requestedAt: z.nullable(timestamp) })),
  scheduled: z.nullable(scheduledChange),
  /** What comes next, line by line, as things stand. Null where nothing comes. */
  nextBill: z.nullable(bill),
  /** Credit that later bills use up, as a positive amount; null where there is none. */
  credit: z.nullable(money),
  pastDue: z.nullable(pastDue),
  /** The default first. */
  paymentMethods: z.array(paymentMethod),
  details: billingDetails,
  /** Whether this workspace may still begin a plan's trial. */
  trialAvailable: z.boolean(),
  /** The position in the workspace's event log that this answer reflects. */
  seq: z.number(),
});
/** All that owners and billing contacts see of a workspace's billing. */
export type Billing = z.infer<typeof billing>;

/** What became of the money. `requires_action`: the bank asks the payer, who answers through Stripe.js. */
export const payment = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  z.object({ status: z.literal('succeeded'), amount: money }),
  z.object({ status: z.literal('processing'), amount: money }),
  z.object({ status: z.literal('requires_action'), amount: money, clientSecret: z.string() }),
]);
/** What became of the money. */
export type Payment = z.infer<typeof payment>;
