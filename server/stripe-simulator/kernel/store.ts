import type Stripe from 'stripe';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { EventObject } from './events.js';
import type { Journal } from './journal.js';
import type { StripeObject, Wire } from './wire.js';

/** A change of a subscription that is made when its invoice is paid. Its id is the subscription's. */
export interface PendingUpdate extends StripeObject {
  invoice: string;
  patch: Partial<Wire<Stripe.Subscription>>;
}

/** Everything that the simulator holds. */
export interface Store {
  customers: Collection<Wire<Stripe.Customer>>;
  taxIds: Collection<Wire<Stripe.TaxId>>;
  balanceTransactions: Collection<Wire<Stripe.CustomerBalanceTransaction>>;
  products: Collection<Wire<Stripe.Product>>;
  prices: Collection<Wire<Stripe.Price>>;
  subscriptions: Collection<Wire<Stripe.Subscription>>;
  schedules: Collection<Wire<Stripe.SubscriptionSchedule>>;
  invoiceItems: Collection<Wire<Stripe.InvoiceItem>>;
  invoices: Collection<Wire<Stripe.Invoice>>;
  invoiceLines: Collection<Wire<Stripe.InvoiceLineItem>>;
  invoicePayments: Collection<Wire<Stripe.InvoicePayment>>;
  paymentMethods: Collection<Wire<Stripe.PaymentMethod>>;
  paymentIntents: Collection<Wire<Stripe.PaymentIntent>>;
  setupIntents: Collection<Wire<Stripe.SetupIntent>>;
  charges: Collection<Wire<Stripe.Charge>>;
  portalSessions: Collection<Wire<Stripe.BillingPortal.Session>>;
  testClocks: Collection<Wire<Stripe.TestHelpers.TestClock>>;
  events: Collection<EventObject>;
  /** Changes of subscriptions that wait for their invoice to be paid. */
  pendingUpdates: Collection<PendingUpdate>;
  /** What has been announced once and is not to be announced again. */
  notices: Collection<StripeObject>;
}

/** An empty store. */
export function createStore(journal: Journal): Store {
  const of = <T extends StripeObject>(name: string) => createCollection<T>(journal, name);
  return {
    customers: of('customer'),
    taxIds: of('tax_id'),
    balanceTransactions: of('customer_balance_transaction'),
    products: of('product'),
    prices: of('price'),
    subscriptions: of('subscription'),
    schedules: of('subscription_schedule'),
    invoiceItems: of('invoiceitem'),
    invoices: of('invoice'),
    invoiceLines: of('line_item'),
    invoicePayments: of('invoice_payment'),
    paymentMethods: of('PaymentMethod'),
    paymentIntents: of('payment_intent'),
    setupIntents: of('setupintent'),
    charges: of('charge'),
    portalSessions: of('billing_portal.session'),
    testClocks: of('test_clock'),
    events: of('event'),
    pendingUpdates: of('pending_update'),
    notices: of('notice'),
  };
}

const BY_PREFIX = {
  cus: 'customers',
  txi: 'taxIds',
  cbtxn: 'balanceTransactions',
  prod: 'products',
  price: 'prices',
  sub: 'subscriptions',
  sub_sched: 'schedules',
  ii: 'invoiceItems',
  in: 'invoices',
  inpay: 'invoicePayments',
  pm: 'paymentMethods',
  pi: 'paymentIntents',
  seti: 'setupIntents',
  ch: 'charges',
  bps: 'portalSessions',
  clock: 'testClocks',
  evt: 'events',
} as const satisfies { [prefix: string]: keyof Store };

const isPrefix = (prefix: string): prefix is keyof typeof BY_PREFIX => Object.hasOwn(BY_PREFIX, prefix);

/** The object with this id, whatever its kind, or undefined. Products may have ids of the maker's own. */
export function lookUp(store: Store, id: string): StripeObject | undefined {
  const prefix = id.startsWith('sub_sched_') ? 'sub_sched' : id.slice(0, Math.max(0, id.indexOf('_')));
  const found = isPrefix(prefix) ? store[BY_PREFIX[prefix]].get(id) : undefined;
  return found ?? store.products.get(id);
}
