import type { z } from 'zod';
import { change, sent } from '../kernel/change.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { bool, patchMetadata, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { HOUR } from '../billing/periods.js';
import { draftInvoice } from './draft.js';
import { finalizeInvoice, requireDraft } from './finalize.js';
import { invoiceChange, newInvoice, payment } from './params.js';
import { payInvoice } from './pay.js';
import { readingRoutes } from './readingRoutes.js';
import { markUncollectible, voidInvoice } from './void.js';

const FALLBACK_CURRENCY = 'usd';

function createInvoice(kernel: Kernel, params: z.output<typeof newInvoice>) {
  const { store, clock } = kernel;
  const customer = store.customers.find(params.customer, 'customer');
  const subscription =
    params.subscription === undefined ? null : store.subscriptions.find(params.subscription, 'subscription');
  const now = clock.timeOf(customer);
  const { description, footer, statement_descriptor: descriptor, default_payment_method: method } = params;
  return draftInvoice(kernel, {
    customer: customer.id,
    currency: params.currency ?? subscription?.currency ?? customer.currency ?? FALLBACK_CURRENCY,
    subscription,
    reason: 'manual',
    recurring: [],
    takesPending: params.pending_invoice_items_behavior === 'include' || subscription !== null,
    period: { start: now, end: now },
    autoAdvance: params.auto_advance ?? false,
    fields: {
      ...sent({ description, footer, statement_descriptor: descriptor, default_payment_method: method }),
      metadata: patchMetadata({}, params.metadata),
    },
  });
}

function updateInvoice(kernel: Kernel, id: string, params: z.output<typeof invoiceChange>) {
  const { store, clock } = kernel;
  const invoice = store.invoices.find(id);
  const { auto_advance: advances, default_payment_method: method, description, footer } = params;
  if (description !== undefined || footer !== undefined) requireDraft(invoice, 'edit');
  const finalizes = invoice.status === 'draft' && advances !== undefined;
  return change(kernel, store.invoices, 'invoice.updated', id, {
    ...sent({ auto_advance: advances, default_payment_method: method, description, footer }),
    ...(finalizes ? { automatically_finalizes_at: advances ? clock.timeOf(invoice) + HOUR : null } : {}),
    metadata: patchMetadata(invoice.metadata ?? {}, params.metadata),
  });
}

function deleteDraft({ store, events }: Kernel, id: string) {
  const invoice = store.invoices.find(id);
  if (invoice.status !== 'draft' || invoice.parent) {
    throw invalid('You can only delete draft invoices that no subscription has made.', 'id');
  }
  for (const item of store.invoiceItems.all()) {
    if (item.invoice === id) store.invoiceItems.update(item.id, { invoice: null });
  }
  store.invoices.remove(id);
  events.emit('invoice.deleted', invoice);
  return { id, object: 'invoice', deleted: true };
}

/** `/v1/invoices` and `/v1/invoice_payments`. */
export function invoiceRoutes(kernel: Kernel): Route[] {
  const id = (path: { [name: string]: string }) => path['id'] ?? '';
  return [
    ...readingRoutes(kernel),
    route({
      method: 'POST',
      path: '/v1/invoices',
      params: newInvoice,
      handle: ({ params }) => createInvoice(kernel, params),
    }),
    route({
      method: 'POST',
      path: '/v1/invoices/:id',
      params: invoiceChange,
      handle: ({ path, params }) => updateInvoice(kernel, id(path), params),
    }),
    route({
      method: 'DELETE',
      path: '/v1/invoices/:id',
      params: shape({}),
      handle: ({ path }) => deleteDraft(kernel, id(path)),
    }),
    route({
      method: 'POST',
      path: '/v1/invoices/:id/finalize',
      params: shape({ auto_advance: bool().optional() }),
      handle: ({ path, params }) => {
        if (params.auto_advance !== undefined) {
          kernel.store.invoices.update(id(path), { auto_advance: params.auto_advance });
        }
        return finalizeInvoice(kernel, id(path));
      },
    }),
    route({
      method: 'POST',
      path: '/v1/invoices/:id/pay',
      params: payment,
      handle: ({ path, params }) =>
        payInvoice(kernel, id(path), {
          paymentMethod: params.payment_method,
          offSession: params.off_session ?? true,
          outOfBand: params.paid_out_of_band ?? false,
        }),
    }),
    route({
      method: 'POST',
      path: '/v1/invoices/:id/void',
      params: shape({}),
      handle: ({ path }) => voidInvoice(kernel, id(path)),
    }),
    route({
      method: 'POST',
      path: '/v1/invoices/:id/mark_uncollectible',
      params: shape({}),
      handle: ({ path }) => markUncollectible(kernel, id(path)),
    }),
  ];
}
