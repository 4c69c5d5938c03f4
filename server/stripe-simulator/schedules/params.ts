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
  timestampOrNow,
} from '../kernel/params.js';

const phaseItem = shape({
  price: text(),
  quantity: int(0).optional(),
  metadata: metadata().optional(),
  billing_thresholds: notSupported('billing thresholds'),
  discounts: notSupported('discounts'),
  plan: notSupported('plans; use prices'),
  price_data: notSupported('inline prices'),
  tax_rates: notSupported('tax rates'),
});

/** The parameters of a phase. */
export const phase = shape({
  items: list(phaseItem),
  start_date: timestampOrNow().optional(),
  end_date: timestampOrNow().optional(),
  duration: shape({ interval: oneOf('day', 'week', 'month', 'year'), interval_count: int(1).optional() }).optional(),
  metadata: metadata().optional(),
  proration_behavior: oneOf('create_prorations', 'always_invoice', 'none').optional(),
  billing_cycle_anchor: oneOf('automatic').optional(),
  collection_method: oneOf('charge_automatically').optional(),
  currency: text().optional(),
  description: clearable(text()).optional(),
  add_invoice_items: list(notSupported('`add_invoice_items`; use invoice items')).optional(),
  application_fee_percent: notSupported('application fees'),
  automatic_tax: shape({ enabled: oneOf('false') }).optional(),
  billing_thresholds: notSupported('billing thresholds'),
  default_payment_method: notSupported('payment methods of phases'),
  default_tax_rates: notSupported('tax rates'),
  discounts: notSupported('discounts'),
  invoice_settings: notSupported('invoice settings of phases'),
  on_behalf_of: notSupported('connected accounts'),
  transfer_data: notSupported('connected accounts'),
  trial: notSupported('trials in phases'),
  trial_end: notSupported('trials in phases'),
});

/** The parameters of a new schedule: as at Stripe, one made from a subscription takes nothing else. */
export const newSchedule = shape({
  from_subscription: text(),
  metadata: metadata().optional(),
  billing_mode: shape({ type: oneOf('flexible') }).optional(),
  customer: notSupported('schedules that begin a subscription; use `from_subscription`'),
  default_settings: notSupported('default settings of schedules'),
  end_behavior: notSupported('`end_behavior` with `from_subscription`; update the schedule'),
  pause_schedules: notSupported('pauses'),
  phases: notSupported('`phases` with `from_subscription`; update the schedule'),
  start_date: notSupported('`start_date` with `from_subscription`'),
});

/** The parameters of a change of a schedule. */
export const scheduleChange = shape({
  phases: list(phase).optional(),
  end_behavior: oneOf('release', 'cancel').optional(),
  metadata: metadata().optional(),
  proration_behavior: oneOf('create_prorations', 'always_invoice', 'none').optional(),
  default_settings: notSupported('default settings of schedules'),
  pause_schedules: notSupported('pauses'),
});

/** The parameters of a list of schedules. */
export const scheduleList = listOf({
  customer: text().optional(),
  scheduled: bool().optional(),
  created: range().optional(),
  canceled_at: range().optional(),
  completed_at: range().optional(),
  released_at: range().optional(),
});
