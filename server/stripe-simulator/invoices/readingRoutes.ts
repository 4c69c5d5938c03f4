import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { inRange, listOf, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { linesOf } from './lines.js';
import { invoiceList, paymentList } from './params.js';

/** Reading: one, its lines, lists, and their payments. */
export function readingRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  return [
    route({
      method: 'GET',
      path: '/v1/invoices',
      params: invoiceList,
      handle: ({ params }) => {
        const { customer, status, subscription } = params;
        const found = store.invoices
          .newest()
          .filter((each) => customer === undefined || each.customer === customer)
          .filter((each) => status === undefined || each.status === status)
          .filter(
            ({ parent }) => subscription === undefined || parent?.subscription_details?.subscription === subscription,
          )
          .filter(({ created }) => inRange(created, params.created));
        return page(found, params, '/v1/invoices');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/invoices/:id',
      params: shape({}),
      handle: ({ path }) => store.invoices.find(path['id'] ?? ''),
    }),
    route({
      method: 'GET',
      path: '/v1/invoices/:id/lines',
      params: listOf({}),
      handle: ({ path, params }) => {
        const { id } = store.invoices.find(path['id'] ?? '');
        return page(linesOf(kernel, id), params, `/v1/invoices/${id}/lines`);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/invoice_payments',
      params: paymentList,
      handle: ({ params }) => {
        const { invoice, status } = params;
        const intent = params.payment?.payment_intent;
        const found = store.invoicePayments
          .newest()
          .filter((each) => invoice === undefined || each.invoice === invoice)
          .filter((each) => status === undefined || each.status === status)
          .filter((each) => intent === undefined || each.payment.payment_intent === intent)
          .filter(({ created }) => inRange(created, params.created));
        return page(found, params, '/v1/invoice_payments');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/invoice_payments/:id',
      params: shape({}),
      handle: ({ path }) => store.invoicePayments.find(path['id'] ?? ''),
    }),
  ];
}
