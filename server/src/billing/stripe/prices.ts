import type { Stripe } from 'stripe';
import type { Interval, Plan } from 'guildhall/contract';
import type { PlanCatalogue } from '../plans.js';
import type { StripeApi } from './api.js';
import { isRefusal } from './errors.js';

/** A plan, paid by the month or the year. */
export interface PricedPlan {
  readonly plan: Plan;
  readonly interval: Interval;
}

/** Which price at Stripe stands for which plan. */
export interface PriceBook {
  /** The price to subscribe to. @throws Error where the plan is not sold so */
  priceOf(planId: string, interval: Interval): string;
  /**
   * The plan that a price is for. One that is sold no more, or no more at this price, is told as it was sold: by the
   * catalogue as far as that knows it, by the name of its product otherwise.
   */
  planOf(price: Stripe.Price | string): Promise<PricedPlan>;
}

const KEYS_AT_ONCE = 10;
const PLAN = 'guildhall_plan';

const productOf = (planId: string) => `guildhall_${planId}`;
const idOf = (thing: string | { id: string }) => (typeof thing === 'string' ? thing : thing.id);

/** Something to be sold: a plan, an interval, and what it costs. */
interface Offer extends PricedPlan {
  readonly amount: number;
  /** Says all that a price is, so that another amount is another price, and the old one stays what it was. */
  readonly lookupKey: string;
}

function offersOf({ plans }: PlanCatalogue): Offer[] {
  return plans
    .filter(({ kind }) => kind !== 'free')
    .flatMap((plan) =>
      (['month', 'year'] as const).flatMap((interval) => {
        const amount = plan.prices[interval];
        const lookupKey = `guildhall:${plan.id}:${interval}:${plan.currency}:${amount}`;
        return amount === null ? [] : [{ plan, interval, amount, lookupKey }];
      }),
    );
}

/** The product of a plan, made once and called as the plan is. */
async function ensureProduct(stripe: StripeApi, { id: planId, name }: Plan): Promise<string> {
  const id = productOf(planId);
  try {
    const product = await stripe.read((sdk) => sdk.products.retrieve(id));
    if (product.name !== name)
      await stripe.write(`${id}:name:${name}`, (sdk, once) => sdk.products.update(id, { name }, once));
  } catch (error) {
    if (!isRefusal(error, 'resource_missing')) throw error;
    const metadata = { [PLAN]: planId };
    await stripe
      .write(`${id}:create`, (sdk, once) => sdk.products.create({ id, name, metadata }, once))
      .catch((failure: unknown) => {
        // Another process was quicker, under another name for it.
        if (!isRefusal(failure, 'resource_already_exists')) throw failure;
      });
  }
  return id;
}

async function findByKey(stripe: StripeApi, keys: readonly string[]): Promise<Map<string, Stripe.Price>> {
  const found = new Map<string, Stripe.Price>();
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    const lookup_keys = keys.slice(start, start + KEYS_AT_ONCE);
    const { data } = await stripe.read((sdk) => sdk.prices.list({ lookup_keys, active: true, limit: 100 }));
    for (const price of data) if (price.lookup_key !== null) found.set(price.lookup_key, price);
  }
  return found;
}

async function createPrice(stripe: StripeApi, { plan, interval, amount, lookupKey }: Offer): Promise<Stripe.Price> {
  const product = await ensureProduct(stripe, plan);
  return stripe.write(lookupKey, (sdk, once) =>
    sdk.prices.create(
      {
        product,
        currency: plan.currency,
        unit_amount: amount,
        recurring: { interval },
        lookup_key: lookupKey,
        // Takes the key from a price that somebody archived at Stripe.
        transfer_lookup_key: true,
        metadata: { [PLAN]: plan.id },
      },
      once,
    ),
  );
}

/** A price that the host made by itself. @throws Error where it is not what the plan says */
async function checkOwnPrice(stripe: StripeApi, { plan, interval, amount }: Offer, id: string): Promise<Stripe.Price> {
  const price = await stripe.read((sdk) => sdk.prices.retrieve(id));
  const is = `${price.unit_amount} ${price.currency} each ${price.recurring?.interval ?? 'time, once'}`;
  const should = `${amount} ${plan.currency} each ${interval}`;
  if (is === should) return price;
  throw new Error(`Plan "${plan.id}": at Stripe ${id} is ${is}, and the plan says ${should}. Make the two agree.`);
}

/**
 * Finds the prices of all plans at Stripe, and makes those that are missing. Any number of processes may do so at once:
 * what they make is made once.
 */
export async function readPriceBook(stripe: StripeApi, catalogue: PlanCatalogue): Promise<PriceBook> {
  const offers = offersOf(catalogue);
  const known = await findByKey(
    stripe,
    offers.map(({ lookupKey }) => lookupKey),
  );
  const byPrice = new Map<string, PricedPlan>();
  const byOffer = new Map<string, string>();
  for (const offer of offers) {
    const own = catalogue.stripePrice(offer.plan.id, offer.interval);
    const price =
      own === undefined
        ? (known.get(offer.lookupKey) ?? (await createPrice(stripe, offer)))
        : await checkOwnPrice(stripe, offer, own);
    byPrice.set(price.id, { plan: offer.plan, interval: offer.interval });
    byOffer.set(`${offer.plan.id} ${offer.interval}`, price.id);
  }
  return {
    priceOf(planId, interval) {
      const id = byOffer.get(`${planId} ${interval}`);
      if (id === undefined) throw new Error(`Plan ${planId} is not sold by the ${interval}.`);
      return id;
    },
    async planOf(price) {
      const current = byPrice.get(idOf(price));
      if (current) return current;
      const old = await readOldPlan(stripe, catalogue, price);
      byPrice.set(idOf(price), old);
      return old;
    },
  };
}

/** A price of which the catalogue knows nothing, or no more. */
async function readOldPlan(
  stripe: StripeApi,
  catalogue: PlanCatalogue,
  given: Stripe.Price | string,
): Promise<PricedPlan> {
  const price = typeof given === 'string' ? await stripe.read((sdk) => sdk.prices.retrieve(given)) : given;
  const interval = price.recurring?.interval === 'year' ? 'year' : 'month';
  const prices = { month: null, year: null, [interval]: price.unit_amount ?? 0 };
  const productId = idOf(price.product);
  const planId = price.metadata[PLAN] ?? (/^guildhall_(.+)$/.exec(productId)?.[1] || price.id);
  const plan = catalogue.find(planId);
  if (plan) return { plan: { ...plan, currency: price.currency, prices }, interval };
  const product = await stripe.read((sdk) => sdk.products.retrieve(productId));
  const retired: Plan = {
    id: planId,
    name: product.name,
    description: null,
    // What it was is not known any more. Its quantity is shown, and nobody's number of members is held to it.
    kind: 'flat',
    seats: null,
    currency: price.currency,
    prices,
    memberLimit: null,
    trialDays: 0,
    features: [],
  };
  return { plan: retired, interval };
}
