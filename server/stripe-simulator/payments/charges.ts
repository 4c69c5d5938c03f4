import type Stripe from 'stripe';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import type { CardError } from './declines.js';

type Charge = Wire<Stripe.Charge>;
type PaymentIntent = Wire<Stripe.PaymentIntent>;
type PaymentMethod = Wire<Stripe.PaymentMethod>;

function cardDetails(amount: number, { card }: PaymentMethod): Charge['payment_method_details'] {
  if (!card) return null;
  const { brand, checks, country, exp_month, exp_year, fingerprint = null, funding, last4 } = card;
  return {
    card: {
      amount_authorized: amount,
      authorization_code: null,
      brand,
      checks,
      country,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      fingerprint,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}

function outcomeOf(error: CardError | null): Charge['outcome'] {
  return {
    advice_code: error ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: error ? '01' : null,
    network_status: error ? 'declined_by_network' : 'approved_by_network',
    reason: error ? (error.decline_code ?? error.code) : null,
    seller_message: error ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: error ? 'issuer_declined' : 'authorized',
  };
}

/** Writes down an attempt to take an intent's money, and says how it ended. */
export function recordCharge(
  kernel: Kernel,
  intent: PaymentIntent,
  method: PaymentMethod,
  error: CardError | null,
): Charge {
  const { store, ids, clock, events } = kernel;
  const { amount, currency, customer, description, metadata } = intent;
  const charge = store.charges.insert({
    id: ids.next('ch'),
    object: 'charge',
    amount,
    amount_captured: error ? 0 : amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'GUILDHALL',
    captured: !error,
    created: clock.timeOf(intent),
    currency,
    customer,
    description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: error?.code ?? null,
    failure_message: error?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata,
    on_behalf_of: null,
    outcome: outcomeOf(error),
    paid: !error,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: cardDetails(amount, method),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: error ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: null,
  });
  events.emit(error ? 'charge.failed' : 'charge.succeeded', charge);
  return charge;
}
