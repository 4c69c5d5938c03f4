import type { z } from 'zod';
import { sent } from '../kernel/change.js';
import { unsupported } from '../kernel/failure.js';
import {
  bool,
  clearable,
  int,
  list,
  listOf,
  metadata,
  notSupported,
  oneOf,
  range,
  shape,
  text,
  timestamp,
  timestampOrNow,
} from '../kernel/params.js';
import type { Subscription } from './plan.js';

const refusedFields = {
  add_invoice_items: notSupported('`add_invoice_items`; use invoice items'),
  application_fee_percent: notSupported('application fees'),
  automatic_tax: shape({ enabled: oneOf('false') }).optional(),
  billing_schedules: notSupported('billing schedules'),
  billing_thresholds: notSupported('billing thresholds'),
  default_source: notSupported('sources; use payment methods'),
  default_tax_rates: notSupported('tax rates'),
  discounts: notSupported('discounts'),
  invoice_settings: notSupported('invoice settings of subscriptions'),
  on_behalf_of: notSupported('connected accounts'),
  pending_invoice_item_interval: notSupported('intervals for invoice items'),
  transfer_data: notSupported('connected accounts'),
  trial_from_plan: notSupported('trials of prices'),
};

const refusedOfItems = {
  billing_thresholds: notSupported('billing thresholds'),
  current_trial: notSupported('trial offers'),
  discounts: notSupported('discounts'),
  plan: notSupported('plans; use prices'),
  price_data: notSupported('inline prices'),
  tax_rates: notSupported('tax rates'),
};

const settings = {
  // Recognised so that it can be refused by what it asks for.
  collection_method: oneOf('charge_automatically', 'send_invoice').optional(),
  days_until_due: notSupported('invoices by mail'),
  cancel_at_period_end: bool().optional(),
  default_payment_method: clearable(text()).optional(),
  description: clearable(text()).optional(),
  metadata: metadata().optional(),
  off_session: bool().optional(),
  payment_behavior: oneOf(
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ).optional(),
  payment_settings: shape({
    payment_method_options: notSupported('options of payment methods'),
    payment_method_types: notSupported('choosing payment method types'),
    save_default_payment_method: oneOf('off', 'on_subscription').optional(),
  }).optional(),
  trial_settings: shape({
    end_behavior: shape({
      billing_cycle_anchor: notSupported('anchors at the end of trials'),
      missing_payment_method: oneOf('cancel', 'create_invoice', 'pause'),
    }),
  }).optional(),
};

const cancelTimes = oneOf('min_period_end', 'max_period_end');

/** The parameters of how the rest of a period is settled. */
export const prorationFields = {
  proration_behavior: oneOf('create_prorations', 'always_invoice', 'none').optional(),
  proration_date: timestamp().optional(),
};

/** One item of an update. */
export const itemChange = shape({
  id: text().optional(),
  price: text().optional(),
  quantity: int(0).optional(),
  deleted: bool().optional(),
  metadata: metadata().optional(),
  clear_usage: notSupported('metered prices'),
  ...refusedOfItems,
});

/** A new period from now. */
export const anchor = shape({ type: oneOf('now') });

/** The parameters of a new subscription. */
export const newSubscription = shape({
  ...settings,
  ...refusedFields,
  customer: text(),
  currency: text().optional(),
  items: list(
    shape({ price: text(), quantity: int(0).optional(), metadata: metadata().optional(), ...refusedOfItems }),
  ),
  backdate_start_date: notSupported('backdating'),
  billing_cycle_anchor: notSupported('anchors other than the start'),
  billing_cycle_anchor_config: notSupported('anchors other than the start'),
  billing_mode: shape({ type: oneOf('flexible'), flexible: notSupported('options of the billing mode') }).optional(),
  cancel_at: clearable(cancelTimes.or(timestamp())).optional(),
  proration_behavior: prorationFields.proration_behavior,
  trial_end: timestampOrNow().optional(),
  trial_period_days: int(0, 730).optional(),
});

/** The parameters of a change of a subscription. */
export const subscriptionChange = shape({
  ...settings,
  ...refusedFields,
  ...prorationFields,
  items: list(itemChange).optional(),
  billing_cycle_anchor: anchor.optional(),
  cancel_at: clearable(cancelTimes.or(timestamp())).optional(),
  cancellation_details: shape({
    comment: clearable(text()).optional(),
    feedback: clearable(text()).optional(),
    feedback_option: notSupported('feedback options'),
  }).optional(),
  pause_collection: notSupported('paused collection'),
  trial_end: timestampOrNow().optional(),
});

/** The parameters of a list of subscriptions. */
export const subscriptionList = listOf({
  customer: text().optional(),
  price: text().optional(),
  status: oneOf(
    'active',
    'all',
    'canceled',
    'ended',
    'incomplete',
    'incomplete_expired',
    'past_due',
    'paused',
    'trialing',
    'unpaid',
  ).optional(),
  created: range().optional(),
  current_period_end: range().optional(),
  current_period_start: range().optional(),
  collection_method: oneOf('charge_automatically', 'send_invoice').optional(),
  test_clock: text().optional(),
});

type Settings = Pick<
  z.output<typeof subscriptionChange>,
  'collection_method' | 'default_payment_method' | 'description' | 'payment_settings' | 'trial_settings'
>;

/** What of the parameters is written into a subscription as it stands. */
export function fieldsOf(params: Settings): Partial<Subscription> {
  if (params.collection_method === 'send_invoice') throw unsupported('`send_invoice`', 'collection_method');
  const { default_payment_method: method, description, payment_settings: payment, trial_settings: trial } = params;
  return {
    ...sent({ default_payment_method: method, description }),
    ...(payment
      ? {
          payment_settings: {
            payment_method_options: null,
            payment_method_types: null,
            save_default_payment_method: payment.save_default_payment_method ?? 'off',
          },
        }
      : {}),
    ...(trial
      ? {
          trial_settings: {
            end_behavior: {
              billing_cycle_anchor: null,
              missing_payment_method: trial.end_behavior.missing_payment_method,
            },
          },
        }
      : {}),
  };
}
