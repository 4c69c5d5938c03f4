import type Stripe from 'stripe';
import type { z } from 'zod';
import { change, sent } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import type { Wire } from '../kernel/wire.js';
import type { customerChange, newCustomer } from './params.js';
import { createTaxId } from './taxIds.js';

type Customer = Wire<Stripe.Customer>;
type Change = z.output<typeof customerChange>;

const PREFIX_LENGTH = 8;

/** An address as it is answered: every field, null where nothing is known. */
function wholeAddress(given: Change['address']): Wire<Stripe.Address> | null {
  if (!given) return null;
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given;
  return { city, country, line1, line2, postal_code, state };
}

function wholeShipping(given: NonNullable<Change['shipping']>): Wire<Stripe.Customer.Shipping> {
  const parcel = wholeAddress(given.address);
  return { ...(parcel ? { address: parcel } : {}), name: given.name, phone: given.phone ?? null };
}

/** @throws StripeFailure when the payment method is not attached to the customer */
function requireAttached({ store }: Kernel, paymentMethod: string, customer: string): string {
  if (store.paymentMethods.get(paymentMethod)?.customer === customer) return paymentMethod;
  throw invalid(
    `No such PaymentMethod: '${paymentMethod}'; it must be attached to the customer before it can be the default.`,
    'invoice_settings[default_payment_method]',
    'resource_missing',
  );
}

function patchOf(kernel: Kernel, customer: Customer, params: Change): Partial<Customer> {
  const { address, metadata, shipping, invoice_settings: settings, tax_exempt: exempt, ...fields } = params;
  const { cash_balance: _c, source: _s, tax: _t, validate: _v, default_source: _d, ...rest } = fields;
  const { business_name: business, individual_name: individual, ...plain } = rest;
  const method = settings?.default_payment_method;
  return {
    ...sent(plain),
    ...(business ? { business_name: business } : {}),
    ...(individual ? { individual_name: individual } : {}),
    ...(address === undefined ? {} : { address: wholeAddress(address) }),
    ...(shipping === undefined ? {} : { shipping: shipping && wholeShipping(shipping) }),
    ...(exempt === undefined ? {} : { tax_exempt: exempt ?? 'none' }),
    metadata: patchMetadata(customer.metadata, metadata),
    invoice_settings: {
      ...customer.invoice_settings,
      ...(settings?.footer === undefined ? {} : { footer: settings.footer }),
      ...(method === undefined
        ? {}
        : { default_payment_method: method && requireAttached(kernel, method, customer.id) }),
    },
  };
}

/** Changes a customer. */
export function updateCustomer(kernel: Kernel, id: string, params: Change): Customer {
  const customer = kernel.store.customers.find(id);
  return change(kernel, kernel.store.customers, 'customer.updated', id, patchOf(kernel, customer, params));
}

/** Makes a customer, attaches its payment method and gives it its tax ids. */
export function createCustomer(kernel: Kernel, params: z.output<typeof newCustomer>): Customer {
  const { store, ids, clock, events, ports } = kernel;
  const { payment_method: method, tax_id_data: taxIds = [], test_clock: testClock = null, ...fields } = params;
  if (testClock !== null) store.testClocks.find(testClock, 'test_clock');
  const { id } = store.customers.insert({
    id: ids.next('cus'),
    object: 'customer',
    address: null,
    balance: 0,
    created: clock.now(testClock),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: ids.text(PREFIX_LENGTH).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: testClock,
  });
  const attached = method === undefined ? null : ports.payments.attach(method, id, 'payment_method').id;
  const wanted = fields.invoice_settings?.default_payment_method;
  const settings = {
    ...fields.invoice_settings,
    // A test token such as pm_card_visa was attached as a payment method with an id of its own.
    ...(attached !== null && wanted === method ? { default_payment_method: attached } : {}),
  };
  const patch = patchOf(kernel, store.customers.find(id), {
    ...fields,
    ...(fields.invoice_settings ? { invoice_settings: settings } : {}),
  });
  const customer = store.customers.update(id, patch);
  events.emit('customer.created', customer);
  for (const { type, value } of taxIds) createTaxId(kernel, customer.id, type, value);
  return customer;
}

/** Deletes a customer: its subscriptions end, and its payment methods are nobody's. */
export function deleteCustomer(kernel: Kernel, id: string): { id: string; object: 'customer'; deleted: true } {
  const { store, events, ports } = kernel;
  store.customers.find(id);
  ports.subscriptions.cancelAll(id);
  for (const method of store.paymentMethods.all()) {
    if (method.customer === id) store.paymentMethods.update(method.id, { customer: null });
  }
  const customer = store.customers.find(id);
  store.customers.remove(id);
  events.emit('customer.deleted', customer);
  return { id, object: 'customer', deleted: true };
}
