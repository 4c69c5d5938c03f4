import * as z from 'zod/mini';
import { id } from '../entities.js';

/** ISO 4217 in lower case, as Stripe writes it: `usd`, `eur`, `jpy`. */
export const currency = z.string().check(z.regex(/^[a-z]{3}$/u));

/** An amount in the currency's minor unit (1200 is $12.00, and ¥1200). Negative for a credit. */
export const money = z.object({ amount: z.int(), currency });
/** An amount in the currency's minor unit (1200 is $12.00, and ¥1200). Negative for a credit. */
export type Money = z.infer<typeof money>;

/** How often a plan is paid. */
export const INTERVALS = ['month', 'year'] as const;
export const interval = z.enum(INTERVALS);
/** How often a plan is paid. */
export type Interval = (typeof INTERVALS)[number];

/** One line of the comparison of plans. The words are the host's. */
export const planFeature = z.object({
  /** What plans differ in: `Older versions`. The same name in several plans is one row. */
  name: z.string(),
  /** What this plan has of it: `Last 90 days`; null where it simply has it. */
  value: z.nullable(z.string()),
});
/** One line of the comparison of plans. */
export type PlanFeature = z.infer<typeof planFeature>;

/**
 * A plan of the host's catalogue.
 *
 * - `free`: costs nothing; where a workspace stands that pays for nothing.
 * - `flat`: one price for the workspace, whatever its members, up to `memberLimit`.
 * - `per_seat`: a price for each seat. `automatic` counts the members; `prepaid` sells seats ahead, and the number
 *   sold is the limit.
 */
export const plan = z.object({
  id,
  name: z.string(),
  /** One sentence of the host's. */
  description: z.nullable(z.string()),
  kind: z.enum(['free', 'flat', 'per_seat']),
  /** Null unless the plan is per seat. */
  seats: z.nullable(z.enum(['automatic', 'prepaid'])),
  currency,
  /** In minor units, for a seat or for the workspace; null where this interval is not sold. Zero for the free plan. */
  prices: z.object({ month: z.nullable(z.int()), year: z.nullable(z.int()) }),
  /** Members at most, or null for no limit. */
  memberLimit: z.nullable(z.int()),
  /** Days of trial for a workspace that has had none. @default 0 */
  trialDays: z.int(),
  features: z.array(planFeature),
});
/** A plan of the host's catalogue. */
export type Plan = z.infer<typeof plan>;

/**
 * What a host sells, and how payment is taken.
 *
 * `mode` is `off` where billing is not set up (no plans, no key then), `test` where no real money moves.
 */
export const catalogue = z.object({
  mode: z.enum(['off', 'test', 'live']),
  /** For Stripe.js. Null where billing is off. */
  publishableKey: z.nullable(z.string()),
  /** From the least to the most, as the host orders them. */
  plans: z.array(plan),
});
/** What a host sells, and how payment is taken. */
export type Catalogue = z.infer<typeof catalogue>;
