import type Stripe from 'stripe';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { collect } from './collect.js';
import { finalizeInvoice } from './finalize.js';
import { defaultPayment, markPaid } from './paid.js';

/** How an invoice is to be paid. */
export interface Payment {
  paymentMethod?: string | undefined;
  offSession: boolean;
  /** It was paid elsewhere, as in cash. */
  outOfBand: boolean;
}

/**
 * Pays an invoice now; a draft is finalised first.
 *
 * @throws StripeFailure 402 when the charge does not succeed, with the attempt noted in the invoice
 */
export function payInvoice(kernel: Kernel, id: string, payment: Payment): Wire<Stripe.Invoice> {
  const { store, ports } = kernel;
  const { status, customer } = store.invoices.find(id);
  if (status === 'paid') throw invalid('Invoice is already paid', undefined, 'invoice_already_paid');
  if (status === 'void') throw invalid('Voided invoices cannot be paid.');
  const { paymentMethod } = payment;
  if (paymentMethod !== undefined && store.paymentMethods.get(paymentMethod)?.customer !== customer) {
    throw invalid(
      `The customer does not have a payment method with the ID ${paymentMethod}. The payment method must be attached to the customer.`,
      'payment_method',
      'resource_missing',
    );
  }
  const invoice = status === 'draft' ? finalizeInvoice(kernel, id) : store.invoices.find(id);
  if (invoice.status === 'paid') return invoice;
  if (payment.outOfBand) {
    const intent = defaultPayment(kernel, id)?.payment.payment_intent;
    if (intent !== undefined) ports.payments.cancelIntent(intent);
    return markPaid(kernel, id);
  }
  const collected = collect(kernel, id, payment);
  if (collected.status !== 'paid') throw collected.failure;
  return store.invoices.find(id);
}
