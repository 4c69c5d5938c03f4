import type { Kernel } from '../kernel/kernel.js';
import type { InvoicesPort } from '../kernel/ports.js';
import { noteFailure } from './collect.js';
import { markPaid } from './paid.js';

/** What becomes of invoices whose payment intents are confirmed in the browser. */
export function invoicesPort(kernel: Kernel): InvoicesPort {
  const openInvoiceOf = (intent: string) => {
    const payment = kernel.store.invoicePayments.all().find((each) => each.payment.payment_intent === intent);
    const invoice = payment && kernel.store.invoices.get(payment.invoice);
    return invoice?.status === 'open' || invoice?.status === 'uncollectible' ? invoice : undefined;
  };
  return {
    intentSucceeded({ id }) {
      const invoice = openInvoiceOf(id);
      if (invoice) markPaid(kernel, invoice.id);
    },
    intentFailed({ id }) {
      const invoice = openInvoiceOf(id);
      if (invoice) noteFailure(kernel, invoice.id, false);
    },
  };
}
