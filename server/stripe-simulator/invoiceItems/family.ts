import { addUp } from '../invoices/draft.js';
import { requireDraft } from '../invoices/finalize.js';
import { itemLine } from '../invoices/lines.js';
import { itemList, newItem } from '../invoices/params.js';
import { invalid } from '../kernel/failure.js';
import type { Family, Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { inRange, shape } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import { chargeItem } from './charge.js';

/** Puts an item onto a draft that is there already. */
function attach(kernel: Kernel, id: string, invoiceId: string) {
  const { store, events } = kernel;
  const draft = store.invoices.find(invoiceId, 'invoice');
  requireDraft(draft, 'edit');
  const item = store.invoiceItems.update(id, { invoice: invoiceId });
  if (item.customer !== draft.customer || item.currency !== draft.currency) {
    throw invalid('The invoice item and its invoice must have the same customer and currency.', 'invoice');
  }
  store.invoiceLines.insert(itemLine(kernel, invoiceId, item));
  events.emit('invoice.updated', addUp(kernel, invoiceId), draft);
  return item;
}

function remove(kernel: Kernel, id: string) {
  const { store, events } = kernel;
  const item = store.invoiceItems.find(id);
  const draft = item.invoice === null ? undefined : store.invoices.get(item.invoice);
  if (draft) {
    requireDraft(draft, 'edit');
    const line = store.invoiceLines.all().find(({ parent }) => parent?.invoice_item_details?.invoice_item === id);
    if (line) store.invoiceLines.remove(line.id);
    events.emit('invoice.updated', addUp(kernel, draft.id), draft);
  }
  store.invoiceItems.remove(id);
  events.emit('invoiceitem.deleted', item);
  return { id, object: 'invoiceitem', deleted: true };
}

/** `/v1/invoiceitems`: usage charges, and the prorations of subscriptions. */
export function invoiceItemsFamily(kernel: Kernel): Family {
  const { store } = kernel;
  return {
    routes: [
      route({
        method: 'POST',
        path: '/v1/invoiceitems',
        params: newItem,
        handle: ({ params: { invoice, ...params } }) => {
          const item = chargeItem(kernel, params);
          return invoice === undefined ? item : attach(kernel, item.id, invoice);
        },
      }),
      route({
        method: 'GET',
        path: '/v1/invoiceitems',
        params: itemList,
        handle: ({ params }) => {
          const { customer, invoice, pending } = params;
          const found = store.invoiceItems
            .newest()
            .filter((item) => customer === undefined || item.customer === customer)
            .filter((item) => invoice === undefined || item.invoice === invoice)
            .filter((item) => pending === undefined || (item.invoice === null) === pending)
            .filter((item) => inRange(item.date, params.created));
          return page(found, params, '/v1/invoiceitems');
        },
      }),
      route({
        method: 'GET',
        path: '/v1/invoiceitems/:id',
        params: shape({}),
        handle: ({ path }) => store.invoiceItems.find(path['id'] ?? ''),
      }),
      route({
        method: 'DELETE',
        path: '/v1/invoiceitems/:id',
        params: shape({}),
        handle: ({ path }) => remove(kernel, path['id'] ?? ''),
      }),
    ],
  };
}
