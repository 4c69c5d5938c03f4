import type { Interval, Plan, PlanFeature } from 'guildhall/contract';

/**
 * A plan that the host sells. A `Plan` of the contract is one, too.
 *
 * @example { id: 'team', name: 'Team', kind: 'per_seat', currency: 'usd', prices: { month: 1200, year: 12000 } }
 */
export interface PlanDefinition {
  /** Letters, digits, `-` and `_`. Never give it to another plan: subscriptions name it. */
  readonly id: string;
  readonly name: string;
  /** @default null */
  readonly description?: string | null | undefined;
  /** `free`: where a workspace stands that pays for nothing; one at most. */
  readonly kind: Plan['kind'];
  /** Whether seats are counted or bought ahead; for plans per seat alone. @default 'automatic' */
  readonly seats?: Plan['seats'] | undefined;
  /** ISO 4217, lower case. */
  readonly currency: string;
  /** In minor units, for a seat or for the workspace; an interval without one is not sold. Nothing for the free plan. */
  readonly prices?: { readonly [I in Interval]?: number | null | undefined } | undefined;
  /** Prices that the host made at Stripe by itself, such as `price_1Q…`. @default made by Guildhall, once */
  readonly stripePrices?: { readonly [I in Interval]?: string | undefined } | undefined;
  /** @default null: no limit */
  readonly memberLimit?: number | null | undefined;
  /** Days of trial for a workspace that has had none. @default 0 */
  readonly trialDays?: number | undefined;
  /** @default [] */
  readonly features?: readonly PlanFeature[] | undefined;
}

/** What a host sells, checked. */
export interface PlanCatalogue {
  /** As the host orders them. */
  readonly plans: readonly Plan[];
  /** Where a workspace stands that pays for nothing. */
  readonly free: Plan | null;
  find(planId: string): Plan | undefined;
  /** The price that the host made at Stripe, where it named one. */
  stripePrice(planId: string, interval: Interval): string | undefined;
}

const INTERVALS: readonly Interval[] = ['month', 'year'];
/** Stripe's own limit. */
const MAX_TRIAL_DAYS = 730;

const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;

/** What is wrong with one plan, as a sentence that says what to do; undefined where nothing is. */
function findFault(plan: PlanDefinition): string | undefined {
  const { id, name, kind, seats, currency, prices = {}, stripePrices = {}, memberLimit, trialDays = 0 } = plan;
  if (!/^[\w-]{1,60}$/.test(id)) return 'its `id` must be 1 to 60 letters, digits, - or _';
  if (name.trim() === '') return 'give it a `name`: people read it';
  if (!['free', 'flat', 'per_seat'].includes(kind)) return '`kind` must be free, flat or per_seat';
  if (!/^[a-z]{3}$/.test(currency))
    return `\`currency\` must be one ISO 4217 code in lower case, such as usd; it is ${currency}`;
  if (kind !== 'per_seat' && seats) return `\`seats\` is for plans per seat; leave it out of a ${kind} plan`;
  if (seats && !['automatic', 'prepaid'].includes(seats)) return '`seats` must be automatic or prepaid';
  for (const interval of INTERVALS) {
    const amount = prices[interval] ?? null;
    if (amount !== null && !isWhole(amount, 0))
      return `\`prices.${interval}\` must be a whole number in minor units, zero or more (1250 for 12.50); it is ${amount}`;
    if (kind === 'free' && amount) return `a free plan has no \`prices.${interval}\``;
    const own = stripePrices[interval];
    if (own !== undefined && amount === null)
      return `\`stripePrices.${interval}\` needs \`prices.${interval}\` beside it`;
    if (own !== undefined && !own.startsWith('price_'))
      return `\`stripePrices.${interval}\` must be the id of a price at Stripe (price_…); it is ${own}`;
  }
  if (kind !== 'free' && INTERVALS.every((interval) => (prices[interval] ?? null) === null))
    return 'give it `prices.month`, `prices.year` or both';
  if ((memberLimit ?? null) !== null && !isWhole(memberLimit ?? 0, 1))
    return `\`memberLimit\` must be a whole number from 1, or null for no limit; it is ${memberLimit}`;
  if (!isWhole(trialDays, 0) || trialDays > MAX_TRIAL_DAYS)
    return `\`trialDays\` must be a whole number from 0 to ${MAX_TRIAL_DAYS}; it is ${trialDays}`;
  if (kind === 'free' && trialDays > 0) return 'a free plan needs no `trialDays`';
  return undefined;
}

function toPlan(plan: PlanDefinition): Plan {
  const isFree = plan.kind === 'free';
  return {
    id: plan.id,
    name: plan.name,
    description: plan.description ?? null,
    kind: plan.kind,
    seats: plan.kind === 'per_seat' ? (plan.seats ?? 'automatic') : null,
    currency: plan.currency,
    prices: isFree ? { month: 0, year: 0 } : { month: plan.prices?.month ?? null, year: plan.prices?.year ?? null },
    memberLimit: plan.memberLimit ?? null,
    trialDays: plan.trialDays ?? 0,
    features: (plan.features ?? []).map(({ name, value }) => ({ name, value })),
  };
}

/** Checks what a host sells. @throws Error that names the plan, says what is wrong with it, and what to do */
export function createPlanCatalogue(definitions: readonly PlanDefinition[]): PlanCatalogue {
  const byId = new Map<string, PlanDefinition>();
  for (const definition of definitions) {
    const fault = byId.has(definition.id)
      ? 'another plan has the same `id`; each needs its own'
      : findFault(definition);
    if (fault !== undefined) throw new Error(`Plan ${JSON.stringify(definition.id)}: ${fault}.`);
    byId.set(definition.id, definition);
  }
  const plans = definitions.map(toPlan);
  const [free = null, second] = plans.filter(({ kind }) => kind === 'free');
  if (second)
    throw new Error(`Plan ${JSON.stringify(second.id)}: ${free?.id} is free already, and one plan at most is.`);
  return {
    plans,
    free,
    find: (planId) => plans.find(({ id }) => id === planId),
    stripePrice: (planId, interval) => byId.get(planId)?.stripePrices?.[interval],
  };
}
