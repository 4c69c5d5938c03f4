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
} from '../kernel/params.js';

const settings = {
  auto_advance: bool().optional(),
  default_payment_method: clearable(text()).optional(),
  description: clearable(text()).optional(),
  footer: clearable(text()).optional(),
  metadata: metadata().optional(),
  statement_descriptor: text().optional(),
  collection_method: oneOf('charge_automatically').optional(),
  automatic_tax: shape({ enabled: oneOf('false') }).optional(),
  account_tax_ids: notSupported('tax ids of the account'),
  application_fee_amount: notSupported('application fees'),
  automatically_finalizes_at: notSupported('other times of finalisation'),
  custom_fields: notSupported('custom fields on invoices'),
  days_until_due: notSupported('invoices by mail'),
  default_source: notSupported('sources; use payment methods'),
  default_tax_rates: notSupported('tax rates'),
  discounts: notSupported('discounts'),
  due_date: notSupported('invoices by mail'),
  on_behalf_of: notSupported('connected accounts'),
  payment_settings: notSupported('payment settings of invoices'),
  rendering: notSupported('rendering options'),
  shipping_cost: notSupported('shipping costs'),
  shipping_details: notSupported('shipping details'),
  transfer_data: notSupported('connected accounts'),
};

/** The parameters of a new invoice. */
export const newInvoice = shape({
  ...settings,
  customer: text(),
  currency: text().toLowerCase().optional(),
  subscription: text().optional(),
  pending_invoice_items_behavior: oneOf('include', 'exclude').optional(),
  from_invoice: notSupported('revisions of invoices'),
});

/** The parameters of a change of an invoice. */
export const invoiceChange = shape(settings);

/** The parameters of a payment. */
export const payment = shape({
  payment_method: text().optional(),
  off_session: bool().optional(),
  paid_out_of_band: bool().optional(),
  forgive: notSupported('forgiveness'),
  mandate: notSupported('mandates'),
  source: notSupported('sources; use payment methods'),
});

/** The parameters of a list of invoices. */
export const invoiceList = listOf({
  customer: text().optional(),
  subscription: text().optional(),
  status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void').optional(),
  created: range().optional(),
  collection_method: oneOf('charge_automatically', 'send_invoice').optional(),
  due_date: range().optional(),
});

/** The parameters of a list of invoice payments. */
export const paymentList = listOf({
  invoice: text().optional(),
  status: oneOf('canceled', 'open', 'paid').optional(),
  created: range().optional(),
  payment: shape({ type: oneOf('payment_intent'), payment_intent: text().optional() }).optional(),
});

const period = shape({ start: timestamp(), end: timestamp() });

/** What an invoice item costs: an amount, or a price or unit amount and a quantity. */
const itemAmount = {
  amount: int().optional(),
  currency: text().toLowerCase().optional(),
  description: text().optional(),
  discountable: bool().optional(),
  discounts: notSupported('discounts'),
  metadata: metadata().optional(),
  period: period.optional(),
  price_data: notSupported('inline prices'),
  quantity: int(0).optional(),
  quantity_decimal: notSupported('fractions of quantities'),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified').optional(),
  tax_code: notSupported('tax codes'),
  tax_rates: notSupported('tax rates'),
  unit_amount_decimal: int().optional(),
};

/** The parameters of a new invoice item. */
export const newItem = shape({
  ...itemAmount,
  customer: text(),
  invoice: text().optional(),
  pricing: shape({ price: text() }).optional(),
  subscription: text().optional(),
});

/** The parameters of a list of invoice items. */
export const itemList = listOf({
  customer: text().optional(),
  invoice: text().optional(),
  pending: bool().optional(),
  created: range().optional(),
});

/** One of the invoice items that a preview assumes. */
const previewItem = shape({
  ...itemAmount,
  price: text().optional(),
  unit_amount: int().optional(),
  invoiceitem: notSupported('changed invoice items in previews'),
});

/** A list of them. */
export const previewItems = list(previewItem);
