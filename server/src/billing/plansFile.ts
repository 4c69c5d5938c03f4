import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from '../env.js';
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
async function readPlans(file: string): Promise<PlanDefinition[]> {
  const fail = (why: string, cause?: unknown) => new Error(`GUILDHALL_PLANS, ${file}: ${why}`, { cause });
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fail('it cannot be read.', error);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fail('it is not JSON.', error);
  }
  const parsed = z.array(planDefinition).safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw fail(`it must hold a list of plans; at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
  }
  createPlanCatalogue(parsed.data);
  return parsed.data;
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
