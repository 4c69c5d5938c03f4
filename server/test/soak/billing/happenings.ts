import type { Stripe } from 'stripe';
import type { Simulator } from '../../../stripe-simulator/index.js';
import type { BillingProcess } from '../../support/billingStage.js';
import type { Random } from '../random.js';

/** Where something can happen. */
export interface Scene {
  readonly simulator: Simulator;
  readonly stripe: Stripe;
  readonly random: Random;
  readonly workspaceId: string;
  /** The customer of the workspace, once there is one. */
  customer(): Promise<string | null>;
}

const DAY = 24 * 3_600;
const CARDS = ['pm_card_visa', 'pm_card_mastercard', 'pm_card_chargeCustomerFail'] as const;
const VATS = ['DE123456789', 'FR12345678901'] as const;

async function liveSubscription({ stripe }: Scene, customer: string): Promise<Stripe.Subscription | undefined> {
  const { data } = await stripe.subscriptions.list({ customer, limit: 1 });
  return data[0];
}

async function priceOf({ stripe, random }: Scene): Promise<string | undefined> {
  const { data } = await stripe.prices.list({ limit: 100 });
  return data.length > 0 ? random.pick(data).id : undefined;
}

/** Begins a plan, unless there is one or the bank refuses. */
export async function subscribe(scene: Scene, customer: string): Promise<void> {
  const { stripe, random } = scene;
  const price = await priceOf(scene);
  if (price === undefined || (await liveSubscription(scene, customer))) return;
  const quantity = 1 + Math.floor(random.next() * 9);
  await stripe.subscriptions
    .create({ customer, items: [{ price, quantity }], payment_behavior: 'allow_incomplete' })
    .catch(() => undefined);
}

async function changeItem(scene: Scene, customer: string): Promise<void> {
  const { stripe, random } = scene;
  const subscription = await liveSubscription(scene, customer);
  const price = await priceOf(scene);
  const item = subscription?.items.data[0];
  if (!subscription || !item || price === undefined) return;
  const quantity = 1 + Math.floor(random.next() * 9);
  const to = random.next() < 0.5 ? { id: item.id, quantity } : { id: item.id, price, quantity };
  await stripe.subscriptions.update(subscription.id, {
    items: [to],
    proration_behavior: random.pick(['create_prorations', 'none']),
  });
}

async function schedule(scene: Scene, customer: string): Promise<void> {
  const { stripe, random } = scene;
  const subscription = await liveSubscription(scene, customer);
  if (!subscription) return;
  if (random.next() < 0.3) await stripe.subscriptions.cancel(subscription.id);
  else await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: !subscription.cancel_at_period_end });
}

async function changeCards({ stripe, random }: Scene, customer: string): Promise<void> {
  const { data } = await stripe.paymentMethods.list({ customer, limit: 100 });
  if (data.length === 0 || random.next() < 0.5) {
    await stripe.paymentMethods.attach(random.pick(CARDS), { customer });
    return;
  }
  const { id } = random.pick(data);
  if (random.next() < 0.3) await stripe.paymentMethods.detach(id);
  else await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
}

async function changeDetails({ stripe, random }: Scene, customer: string): Promise<void> {
  if (random.next() < 0.5)
    await stripe.customers.update(customer, { email: `${random.pick(['a', 'b', 'c'])}@acme.example` });
  else await stripe.customers.createTaxId(customer, { type: 'eu_vat', value: random.pick(VATS) });
}

const AT_STRIPE = [
  subscribe,
  subscribe,
  changeItem,
  changeItem,
  schedule,
  changeCards,
  changeCards,
  changeDetails,
] as const;

/** Something happens at Stripe: by somebody in the portal, the host's support, or time. What Stripe refuses, it refuses. */
export async function happenAtStripe(scene: Scene): Promise<void> {
  const { random, simulator } = scene;
  const customer = await scene.customer();
  if (customer === null) return;
  if (random.next() < 0.2) simulator.clock.advanceBy(Math.floor(random.next() * 20 * DAY));
  else
    await random
      .pick(AT_STRIPE)(scene, customer)
      .catch(() => undefined);
}

/** Somebody does something here. What is refused is refused, and a process may die of it. */
export async function happenHere(
  { random, workspaceId, stripe, ...scene }: Scene,
  { as }: BillingProcess,
): Promise<void> {
  const { billing } = as('olivia');
  const customer = await scene.customer();
  const cards = customer === null ? [] : (await stripe.paymentMethods.list({ customer, limit: 100 })).data;
  const of = { workspaceId, paymentMethodId: cards.length > 0 ? random.pick(cards).id : 'pm_none' };
  const acts = [
    () => billing.createSetup({ workspaceId }),
    () => billing.sync({ workspaceId }),
    () => billing.setDefaultPaymentMethod(of),
    () => billing.removePaymentMethod(of),
    () => billing.updateDetails({ workspaceId, email: `${random.pick(['x', 'y'])}@acme.example` }),
    () => billing.updateDetails({ workspaceId, taxIds: [{ type: 'eu_vat', value: random.pick(VATS) }] }),
  ];
  await random
    .pick(acts)()
    .catch(() => undefined);
}
