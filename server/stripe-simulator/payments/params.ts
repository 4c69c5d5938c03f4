import { z } from 'zod';
import { address, bool, clearable, int, list, metadata, oneOf, shape, text } from '../kernel/params.js';

/** Who holds a card. */
export const billingDetails = () =>
  shape({
    address: clearable(address()).optional(),
    email: clearable(text()).optional(),
    name: clearable(text()).optional(),
    phone: clearable(text()).optional(),
    tax_id: clearable(text()).optional(),
  });

const allowRedisplay = () => oneOf('always', 'limited', 'unspecified');

const typedCard = () =>
  shape({ number: text(), exp_month: int(1, 12), exp_year: int(2000, 2100), cvc: z.string().max(4).optional() });

/** A new card: by token, or, from Stripe.js, by number. */
export const methodData = () =>
  shape({
    type: oneOf('card'),
    card: z.union([shape({ token: text() }), typedCard()]),
    billing_details: billingDetails().optional(),
    allow_redisplay: allowRedisplay().optional(),
    metadata: z.record(z.string().max(40), z.string().max(500)).optional(),
  });

/** What of a payment method can change. */
export const methodChange = () =>
  shape({
    billing_details: billingDetails().optional(),
    allow_redisplay: allowRedisplay().optional(),
    card: shape({ exp_month: int(1, 12).optional(), exp_year: int(2000, 2100).optional() }).optional(),
    metadata: metadata().optional(),
  });

/** What confirming takes, whatever is confirmed. */
export const confirmFields = {
  payment_method: text().optional(),
  payment_method_data: methodData().optional(),
  client_secret: text().optional(),
  return_url: text().optional(),
  use_stripe_sdk: bool().optional(),
  mandate_data: z.unknown().optional(),
};

const types = () => list(text()).optional();

/** What intents of both kinds are made with. */
export const intentFields = {
  customer: text().optional(),
  description: text().optional(),
  metadata: metadata().optional(),
  automatic_payment_methods: shape({
    enabled: bool(),
    allow_redirects: oneOf('always', 'never').optional(),
  }).optional(),
  allowed_payment_method_types: types(),
  excluded_payment_method_types: types(),
  /** Gone since endive: accepted from callers that ask for an earlier version, or none. */
  payment_method_types: types(),
  confirm: bool().optional(),
};
