import {
  address,
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
} from '../kernel/params.js';

const invoiceSettings = shape({
  custom_fields: notSupported('custom fields on invoices'),
  default_payment_method: clearable(text()).optional(),
  footer: clearable(text()).optional(),
  rendering_options: notSupported('rendering options'),
});

const fields = {
  address: clearable(address()).optional(),
  balance: int().optional(),
  business_name: clearable(text()).optional(),
  individual_name: clearable(text()).optional(),
  description: clearable(text()).optional(),
  email: clearable(text()).optional(),
  invoice_prefix: text().optional(),
  invoice_settings: invoiceSettings.optional(),
  metadata: metadata().optional(),
  name: clearable(text()).optional(),
  next_invoice_sequence: int(1).optional(),
  phone: clearable(text()).optional(),
  preferred_locales: list(text()).optional(),
  shipping: clearable(shape({ address: address(), name: text(), phone: text().optional() })).optional(),
  tax_exempt: clearable(oneOf('exempt', 'none', 'reverse')).optional(),
  cash_balance: notSupported('cash balances'),
  source: notSupported('sources; use payment methods'),
  tax: notSupported('automatic tax'),
  validate: notSupported('validation of sources'),
};

/** The parameters of a new tax id. */
export const newTaxId = shape({ type: text(), value: text() });

/** The parameters of a new customer. */
export const newCustomer = shape({
  ...fields,
  payment_method: text().optional(),
  tax_id_data: list(newTaxId).optional(),
  test_clock: text().optional(),
});

/** The parameters of a change of a customer. */
export const customerChange = shape({ ...fields, default_source: notSupported('sources; use payment methods') });

/** The parameters of a list of customers. */
export const customerList = listOf({
  created: range().optional(),
  email: text().optional(),
  test_clock: text().optional(),
});
