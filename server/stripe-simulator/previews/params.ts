import { previewItems } from '../invoices/params.js';
import {
  bool,
  clearable,
  list,
  metadata,
  notSupported,
  oneOf,
  shape,
  text,
  timestamp,
  timestampOrNow,
} from '../kernel/params.js';
import { anchor, itemChange, prorationFields } from '../subscriptions/params.js';

const subscriptionDetails = shape({
  ...prorationFields,
  billing_cycle_anchor: anchor.optional(),
  billing_mode: shape({ type: oneOf('flexible') }).optional(),
  cancel_at: clearable(oneOf('min_period_end', 'max_period_end').or(timestamp())).optional(),
  cancel_at_period_end: bool().optional(),
  cancel_now: bool().optional(),
  items: list(itemChange).optional(),
  metadata: metadata().optional(),
  trial_end: timestampOrNow().optional(),
  billing_schedules: notSupported('billing schedules'),
  default_tax_rates: notSupported('tax rates'),
  pause: notSupported('pauses in previews'),
  resume_at: notSupported('pauses in previews'),
  start_date: notSupported('starting later'),
});

/** The parameters of a preview. */
export const preview = shape({
  customer: text().optional(),
  subscription: text().optional(),
  currency: text().toLowerCase().optional(),
  invoice_items: previewItems.optional(),
  preview_mode: oneOf('next', 'recurring').optional(),
  subscription_details: subscriptionDetails.optional(),
  automatic_tax: shape({ enabled: oneOf('false') }).optional(),
  customer_details: notSupported('customers described in previews'),
  discounts: notSupported('discounts'),
  issuer: notSupported('other issuers'),
  on_behalf_of: notSupported('connected accounts'),
  schedule: notSupported('previews of schedules; name the subscription'),
  schedule_details: notSupported('previews of schedules; name the subscription'),
});
