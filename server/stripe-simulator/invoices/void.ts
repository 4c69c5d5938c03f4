import type Stripe from 'stripe';
import { change } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';
import { defaultPayment, endPayment } from './paid.js';

type Invoice = Wire<Stripe.Invoice>;

/** Takes an open invoice back: nobody owes it any more. */
export function voidInvoice(kernel: Kernel, id: string): Invoice {
  const { store, clock, events, ports } = kernel;
  const invoice = store.invoices.find(id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw invalid(`You can only void open or uncollectible invoices. This invoice is ${invoice.status ?? 'none'}.`);
  }
  const intent = defaultPayment(kernel, id)?.payment.payment_intent;
  if (intent !== undefined) ports.payments.cancelIntent(intent);
  endPayment(kernel, invoice, 'canceled');
  const voided = change(kernel, store.invoices, 'invoice.updated', id, {
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: clock.timeOf(invoice) },
  });
  events.emit('invoice.voided', voided);
  ports.subscriptions.invoiceVoided(voided);
  return voided;
}

/** Gives up on an open invoice. It can still be paid. */
export function markUncollectible(kernel: Kernel, id: string): Invoice {
  const { store, clock, events } = kernel;
  const invoice = store.invoices.find(id);
  if (invoice.status !== 'open') throw invalid('You can only mark open invoices as uncollectible.');
  const given = change(kernel, store.invoices, 'invoice.updated', id, {
    auto_advance: false,
    next_payment_attempt: null,
    status: 'uncollectible',
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: clock.timeOf(invoice) },
  });
  events.emit('invoice.marked_uncollectible', given);
  return given;
}
