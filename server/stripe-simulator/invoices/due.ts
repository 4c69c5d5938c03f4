import { testClockOf } from '../kernel/clock.js';
import type { Due } from '../kernel/clock.js';
import type { Kernel } from '../kernel/kernel.js';
import { collect } from './collect.js';
import { finalizeInvoice } from './finalize.js';

function finalizeAndCollect(kernel: Kernel, id: string): void {
  const invoice = finalizeInvoice(kernel, id);
  if (invoice.status === 'open') collect(kernel, id, { offSession: true });
}

/** The next invoice of this clock's to be finalised, or tried again, by itself. */
export function nextOfInvoices(kernel: Kernel, testClock: string | null): Due | null {
  let next: Due | null = null;
  for (const invoice of kernel.store.invoices.all()) {
    const { id, status, auto_advance: advances, automatically_finalizes_at: finalizes } = invoice;
    if (!advances || testClockOf(kernel.store, invoice) !== testClock) continue;
    const at = status === 'draft' ? finalizes : status === 'open' ? invoice.next_payment_attempt : null;
    if (at === null || (next && next.at <= at)) continue;
    const run = () =>
      status === 'draft' ? finalizeAndCollect(kernel, id) : void collect(kernel, id, { offSession: true });
    next = { at, testClock, run };
  }
  return next;
}
