import type Stripe from 'stripe';
import type { StripeFailure } from './failure.js';
import type { Wire } from './wire.js';

type PaymentIntent = Wire<Stripe.PaymentIntent>;

/** A payment intent for an invoice. */
export interface IntentRequest {
  customer: string;
  invoice: string;
  /** In minor units, more than 0. */
  amount: number;
  currency: string;
  description: string | null;
}

/** To charge what an invoice asks for. */
export interface ChargeRequest extends IntentRequest {
  paymentMethod: string;
  /** Nobody is there to authenticate: a renewal, a retry. */
  offSession: boolean;
  /** The invoice's payment intent of an earlier attempt, to be tried again; null makes one. */
  paymentIntent: string | null;
}

/** How a charge ended. */
export type ChargeOutcome =
  | { status: 'succeeded'; paymentIntent: string }
  | { status: 'requires_action'; paymentIntent: string }
  /** @param failure The `card_error`, with `decline_code`, `payment_intent` and `payment_method`, that keeps its effects. */
  | { status: 'requires_payment_method'; paymentIntent: string; failure: StripeFailure };

/** What the invoices ask of the payments. All of it happens at once, within the request's transaction. */
export interface PaymentsPort {
  /**
   * Attaches a payment method to a customer. A test token such as `pm_card_visa` becomes a new payment method.
   *
   * @returns It as it is now: its id may be another than the one given.
   * @throws StripeFailure when it does not exist, cannot be attached, or is another customer's
   */
  attach: (paymentMethod: string, customer: string, param: string) => Wire<Stripe.PaymentMethod>;
  /** A payment intent in `requires_payment_method`, for the browser to confirm. */
  createIntent: (request: IntentRequest) => PaymentIntent;
  charge: (request: ChargeRequest) => ChargeOutcome;
  /** The invoice is void, or was paid otherwise. One that has succeeded stays. */
  cancelIntent: (paymentIntent: string) => void;
  /** For the payment method of a subscription that begins with a trial: `pending_setup_intent`. */
  createSetupIntent: (request: { customer: string; description: string | null }) => Wire<Stripe.SetupIntent>;
}

/** What the payments tell the invoices: a payment intent was confirmed elsewhere, as in the browser. No invoice's is ignored. */
export interface InvoicesPort {
  intentSucceeded: (paymentIntent: PaymentIntent) => void;
  intentFailed: (paymentIntent: PaymentIntent) => void;
}

/** What the invoices tell the subscriptions. */
export interface SubscriptionsPort {
  /** A subscription's invoice was paid, voided, or an attempt to pay it failed. */
  invoicePaid: (invoice: Wire<Stripe.Invoice>) => void;
  paymentFailed: (invoice: Wire<Stripe.Invoice>) => void;
  /** No further attempt will be made. */
  retriesEnded: (invoice: Wire<Stripe.Invoice>) => void;
  invoiceVoided: (invoice: Wire<Stripe.Invoice>) => void;
  /** The customer is gone, and with it what it subscribed to. */
  cancelAll: (customer: string) => void;
}

/** What resource families ask of each other. Each is given by its family when the simulator is made. */
export interface Ports {
  payments: PaymentsPort;
  invoices: InvoicesPort;
  subscriptions: SubscriptionsPort;
}

/** Ports that throw until they are given. */
export function createPorts(): { ports: Ports; provide: (given: Partial<Ports>) => void } {
  const given: Partial<Ports> = {};
  function of<K extends keyof Ports>(name: K): Ports[K] {
    const port = given[name];
    if (!port) throw new Error(`The Stripe simulator has no ${name}: no family provides them.`);
    return port;
  }
  const ports: Ports = {
    get payments() {
      return of('payments');
    },
    get invoices() {
      return of('invoices');
    },
    get subscriptions() {
      return of('subscriptions');
    },
  };
  return { ports, provide: (more) => void Object.assign(given, more) };
}
