import type { Stripe } from 'stripe';
import type { Simulator, SimulatorOptions } from '../createSimulator.js';
import { start } from './client.js';

/** A day, in seconds. */
export const DAY = 86_400;

/** Where tests of billing begin: a catalogue, and a customer who can pay. */
export interface World {
  simulator: Simulator;
  stripe: Stripe;
  customer: string;
  /** Prices of one product: 9.00 a month, 90.00 a year, in dollars. */
  monthly: string;
  yearly: string;
  /** The events so far, oldest first. */
  heard: string[];
  subscribe: (params?: Partial<Stripe.SubscriptionCreateParams>) => Promise<Stripe.Subscription>;
}

/** A simulator with a catalogue and a customer. @param card A test payment method; null for none. */
export async function startWorld(card: string | null = 'pm_card_visa', options: SimulatorOptions = {}): Promise<World> {
  const { simulator, stripe } = await start(options);
  const heard: string[] = [];
  const product = await stripe.products.create({ name: 'Team' });
  const price = async (interval: 'month' | 'year', amount: number) =>
    (await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: amount, recurring: { interval } }))
      .id;
  const [monthly, yearly] = [await price('month', 900), await price('year', 9000)];
  const { id: customer } = await stripe.customers.create({
    email: 'ada@example.com',
    ...(card === null ? {} : { payment_method: card, invoice_settings: { default_payment_method: card } }),
  });
  simulator.onEvent(({ type }) => heard.push(type));
  return {
    simulator,
    stripe,
    customer,
    monthly,
    yearly,
    heard,
    subscribe: (params) =>
      stripe.subscriptions.create({ customer, items: [{ price: monthly, quantity: 2 }], ...params }),
  };
}

/** The only item of a subscription. */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data;
  if (!item) throw new Error('A subscription without an item.');
  return item;
}

/** The latest invoice of a subscription. */
export async function latestInvoice(stripe: Stripe, subscription: string): Promise<Stripe.Invoice> {
  const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(subscription, {
    expand: ['latest_invoice.payments', 'latest_invoice.confirmation_secret'],
  });
  if (typeof invoice !== 'object' || !invoice) throw new Error('A subscription without an invoice.');
  return invoice;
}
