import type { Family, Kernel } from '../kernel/kernel.js';
import { whole } from '../kernel/list.js';
import { nextOfInvoices } from './due.js';
import { invoicePages } from './pages.js';
import { defaultPayment } from './paid.js';
import { invoicesPort } from './port.js';
import { invoiceRoutes } from './routes.js';

/** `/v1/invoices` and their payments, and what time does to them. */
export function invoicesFamily(kernel: Kernel): Family {
  const { store } = kernel;
  kernel.provide({ invoices: invoicesPort(kernel) });
  kernel.clock.addSource((testClock) => nextOfInvoices(kernel, testClock));
  kernel.includable('invoice', 'payments', ({ id }) =>
    whole(
      store.invoicePayments.newest().filter(({ invoice }) => invoice === id),
      `/v1/invoice_payments?invoice=${id}`,
    ),
  );
  kernel.includable('invoice', 'confirmation_secret', ({ id }) => {
    const intent = defaultPayment(kernel, id)?.payment.payment_intent;
    const secret = intent === undefined ? null : store.paymentIntents.get(intent)?.client_secret;
    return secret ? { client_secret: secret, type: 'payment_intent' } : null;
  });
  return { routes: invoiceRoutes(kernel), pages: invoicePages(kernel) };
}
