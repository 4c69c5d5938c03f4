import type Stripe from 'stripe';
import { settleBalance } from '../billing/money.js';
import { moveBalance } from '../customers/balance.js';
import { StripeFailure } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { addUp } from './draft.js';
import { markPaid } from './paid.js';

type Invoice = Wire<Stripe.Invoice>;

const NUMBER_WIDTH = 4;

/** Refuses what can be done with a draft alone. */
export function requireDraft({ id, status }: Invoice, what: string): void {
  if (status === 'draft') return;
  throw new StripeFailure(`This invoice is already finalized, you can't ${what} a non-draft invoice. (${id})`, {
    code: 'invoice_not_editable',
  });
}

/** The next number of a customer's invoices, such as `AB12CD34-0007`. */
function nextNumber({ store }: Kernel, customerId: string): string {
  const customer = store.customers.find(customerId);
  const sequence = customer.next_invoice_sequence ?? 1;
  store.customers.update(customerId, { next_invoice_sequence: sequence + 1 });
  return `${customer.invoice_prefix ?? ''}-${String(sequence).padStart(NUMBER_WIDTH, '0')}`;
}

/** Takes credit from the customer's balance, or gives it there when the invoice's total is below zero. */
function applyBalance(kernel: Kernel, invoice: Invoice): { amountDue: number; endingBalance: number } {
  const { id, currency, total } = invoice;
  const { id: customer, balance } = kernel.store.customers.find(invoice.customer ?? '');
  const settled = settleBalance(total, balance, currency);
  const amount = settled.endingBalance - balance;
  const type = settled.endingBalance > 0 ? 'invoice_too_small' : 'applied_to_invoice';
  if (amount !== 0) moveBalance(kernel, { customer, amount, currency, type, invoice: id });
  return settled;
}

/** Gives the invoice a payment intent for what is due. */
function requestPayment({ store, ids, clock, ports }: Kernel, invoice: Invoice): void {
  const intent = ports.payments.createIntent({
    customer: invoice.customer ?? '',
    invoice: invoice.id,
    amount: invoice.amount_due,
    currency: invoice.currency,
    description: invoice.billing_reason === 'manual' ? 'Payment for Invoice' : 'Subscription update',
  });
  store.invoicePayments.insert({
    id: ids.next('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: clock.timeOf(invoice),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
}

/** Makes a draft an invoice: numbered, with what is due. One with nothing due is paid at once. */
export function finalizeInvoice(kernel: Kernel, id: string): Invoice {
  const { store, clock, events } = kernel;
  requireDraft(store.invoices.find(id), 'finalize');
  const draft = addUp(kernel, id);
  const now = clock.timeOf(draft);
  const { amountDue, endingBalance } = applyBalance(kernel, draft);
  const page = `${kernel.baseUrl}/invoice/${id}`;
  const open = store.invoices.update(id, {
    amount_due: amountDue,
    amount_remaining: amountDue,
    automatically_finalizes_at: null,
    effective_at: now,
    ending_balance: endingBalance,
    hosted_invoice_url: page,
    invoice_pdf: `${page}/pdf`,
    number: nextNumber(kernel, draft.customer ?? ''),
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: now },
  });
  if (amountDue > 0) requestPayment(kernel, open);
  events.emit('invoice.finalized', open);
  events.emit('invoice.updated', open, draft);
  return amountDue > 0 ? open : markPaid(kernel, id);
}
