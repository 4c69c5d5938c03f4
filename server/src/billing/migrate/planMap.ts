import type { Stripe } from '../stripe/types.js';
import type { Plan } from 'guildhall/contract';
import { newId } from '../../db/newId.js';
import type { PlanCatalogue } from '../plans.js';
import type { StripeApi } from '../stripe/api.js';
import { isRefusal } from '../stripe/errors.js';
import type { MoveDeps } from './deps.js';
import { areMovesLeft, findPriceEntries, markApplied, markReverted, planPrice } from './journal.js';

/** What a price's metadata names its plan with: the sync reads it. */
const PLAN = 'guildhall_plan';

/** A price at Stripe, and the plan of the catalogue that it is for. */
interface MappedPrice {
  readonly price: Stripe.Price;
  readonly plan: Plan;
}

/** Which prices at Stripe are for which plans. By the price's id. */
export type PlanMap = ReadonlyMap<string, MappedPrice>;

/** By its id, or by its lookup key. */
async function findPrice(stripe: StripeApi, name: string): Promise<Stripe.Price> {
  const found = await (
    name.startsWith('price_')
      ? stripe.read((sdk) => sdk.prices.retrieve(name))
      : stripe.read((sdk) => sdk.prices.list({ lookup_keys: [name], limit: 1 })).then(({ data }) => data[0])
  ).catch((error: unknown) => {
    if (isRefusal(error, 'resource_missing')) return undefined;
    throw error;
  });
  if (found) return found;
  throw new Error(
    `--plan-map ${name}=…: Stripe has no price with the id or the lookup key ${JSON.stringify(name)}. Name one as it stands in Stripe’s catalogue.`,
  );
}

/** Looks up what `--plan-map` names. @throws Error that says which name nobody knows, and which there are */
export async function readPlanMap(
  stripe: StripeApi,
  catalogue: PlanCatalogue,
  pairs: readonly (readonly [old: string, planId: string])[],
): Promise<PlanMap> {
  const map = new Map<string, MappedPrice>();
  for (const [old, planId] of pairs) {
    const plan = catalogue.find(planId);
    if (!plan || plan.kind === 'free') {
      const sold = catalogue.plans.filter(({ kind }) => kind !== 'free').map(({ id }) => id);
      throw new Error(
        `--plan-map ${old}=${planId}: GUILDHALL_PLANS sells no plan ${JSON.stringify(planId)}. It sells: ${sold.join(', ')}.`,
      );
    }
    const price = await findPrice(stripe, old);
    map.set(price.id, { price, plan });
  }
  return map;
}

/** What a subscription is for, as the sync will see it. */
export function planOf(
  catalogue: PlanCatalogue,
  map: PlanMap,
  subscription: Stripe.Subscription,
): { readonly plan: Plan | null; readonly name: string } | null {
  const price = subscription.items.data[0]?.price;
  if (!price) return null;
  const own = catalogue.plans.find(({ id }) =>
    (['month', 'year'] as const).some((interval) => catalogue.stripePrice(id, interval) === price.id),
  );
  const plan = map.get(price.id)?.plan ?? own ?? catalogue.find(price.metadata[PLAN] ?? '') ?? null;
  return { plan, name: plan?.name ?? `${price.lookup_key ?? price.nickname ?? price.id}, kept` };
}

/** Says at Stripe which plan a price is for. Written down first; once, however often it is run. */
export async function applyPlanMap({ database, billing, clock }: MoveDeps, map: PlanMap, runId: string): Promise<void> {
  const entries = await findPriceEntries(database);
  for (const { price, plan } of map.values()) {
    const current = price.metadata[PLAN] ?? null;
    if (current === plan.id) continue;
    const known = entries.findLast(({ priceId }) => priceId === price.id);
    const id =
      known?.id ?? (await planPrice(database, { runId, priceId: price.id, before: { planId: current } }, clock()));
    await billing.stripe.write(newId('move'), (sdk, once) =>
      sdk.prices.update(price.id, { metadata: { [PLAN]: plan.id } }, once),
    );
    await markApplied(database, id, { planId: plan.id }, clock());
  }
}

/** Takes back what was said of prices, once no customer of any run is moved any more: until then plans are read by it. */
export async function revertPlanMap({ database, billing, clock }: MoveDeps): Promise<void> {
  if (await areMovesLeft(database)) return;
  for (const { id, priceId, before } of await findPriceEntries(database)) {
    await billing.stripe.write(newId('move'), (sdk, once) =>
      sdk.prices.update(priceId, { metadata: { [PLAN]: before.planId ?? '' } }, once),
    );
    await markReverted(database, id, clock());
  }
}
