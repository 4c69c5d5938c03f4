import type Stripe from 'stripe';
import { change } from '../kernel/change.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';

type Invoice = Wire<Stripe.Invoice>;

/** The payment that an invoice asks for; none when nothing is due. */
export const defaultPayment = ({ store }: Kernel, invoice: string): Wire<Stripe.InvoicePayment> | undefined =>
  store.invoicePayments.newest().find((payment) => payment.invoice === invoice && payment.is_default);

/** Ends the payment that an invoice asked for. */
export function endPayment(kernel: Kernel, invoice: Invoice, status: 'paid' | 'canceled'): void {
  const payment = defaultPayment(kernel, invoice.id);
  if (!payment || payment.status !== 'open') return;
  const now = kernel.clock.timeOf(invoice);
  kernel.store.invoicePayments.update(payment.id, {
    status,
    amount_paid: status === 'paid' ? payment.amount_requested : null,
    status_transitions: { canceled_at: status === 'paid' ? null : now, paid_at: status === 'paid' ? now : null },
  });
}

/** Keeps the payment method of the first payment, when the subscription asks for it. */
function keepPaymentMethod({ store }: Kernel, invoice: Invoice, intent: string | undefined): void {
  const id = invoice.parent?.subscription_details?.subscription;
  const subscription = id === undefined ? undefined : store.subscriptions.get(id);
  const method = intent === undefined ? null : store.paymentIntents.get(intent)?.payment_method;
  if (subscription?.payment_settings?.save_default_payment_method !== 'on_subscription' || !method) return;
  store.subscriptions.update(subscription.id, { default_payment_method: method });
}

/** The invoice is paid: by its payment intent, by the balance, or elsewhere. */
export function markPaid(kernel: Kernel, id: string): Invoice {
  const { store, clock, events, ports } = kernel;
  const invoice = store.invoices.find(id);
  const paid = change(kernel, store.invoices, 'invoice.updated', id, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: clock.timeOf(invoice) },
  });
  const intent = defaultPayment(kernel, id)?.payment.payment_intent;
  endPayment(kernel, paid, 'paid');
  keepPaymentMethod(kernel, paid, intent);
  if (store.customers.get(paid.customer ?? '')?.delinquent) {
    change(kernel, store.customers, 'customer.updated', paid.customer ?? '', { delinquent: false });
  }
  events.emit('invoice.paid', paid);
  events.emit('invoice.payment_succeeded', paid);
  ports.subscriptions.invoicePaid(paid);
  return paid;
}
