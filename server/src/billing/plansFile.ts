import { z } from 'zod';
import type { Config } from '../env.js';
import { readJsonFile } from '../jsonFile.js';
import type { BillingOptions } from './options.js';
import { createPlanCatalogue } from './plans.js';
import type { PlanDefinition } from './plans.js';

const amount = z.number().nullable().optional();

const planDefinition = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable().optional(),
  kind: z.enum(['free', 'flat', 'per_seat']),
  seats: z.enum(['automatic', 'prepaid']).nullable().optional(),
  currency: z.string(),
  prices: z.strictObject({ month: amount, year: amount }).optional(),
  stripePrices: z.strictObject({ month: z.string().optional(), year: z.string().optional() }).optional(),
  memberLimit: z.number().nullable().optional(),
  trialDays: z.number().optional(),
  features: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })).optional(),
}) satisfies z.ZodType<PlanDefinition>;

/** @throws Error that names the file, and what is wrong in it */
async function readPlans(path: string): Promise<PlanDefinition[]> {
  const schema = z.array(planDefinition);
  const plans = await readJsonFile({ variable: 'GUILDHALL_PLANS', path, schema, what: 'a list of plans' });
  createPlanCatalogue(plans);
  return plans;
}

/**
 * Billing of the standalone server and of the commands: Stripe's keys from the environment, the plans from a file.
 *
 * @returns undefined where there are no keys: billing is off then
 * @throws Error that says what to set, or what is wrong in the file
 */
export async function billingFromConfig({ stripe, plansFile }: Config): Promise<BillingOptions | undefined> {
  if (!stripe) return undefined;
  if (plansFile !== undefined) return { stripe, plans: await readPlans(plansFile) };
  throw new Error(
    'Set GUILDHALL_PLANS to a JSON file with the plans that are sold: Stripe’s keys are set, and billing needs both.',
  );
}
