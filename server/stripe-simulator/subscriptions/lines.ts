import { remainder } from '../billing/money.js';
import type { Period } from '../billing/periods.js';
import { dayInWords, inWords } from '../billing/words.js';
import type { RecurringLine } from '../invoices/lines.js';
import type { NewInvoiceItem } from '../invoiceItems/create.js';
import type { Kernel } from '../kernel/kernel.js';
import { costOf } from './items.js';
import type { Item } from './items.js';

const productName = ({ store }: Kernel, item: Item) => store.products.get(item.price.product)?.name ?? 'Subscription';

/** Each item, for a whole period. During a trial it costs nothing. */
export function recurringLines(
  kernel: Kernel,
  items: readonly Item[],
  period: Period,
  isTrial: boolean,
): RecurringLine[] {
  return items.map((item) => {
    const { currency, recurring, unit_amount: unit } = item.price;
    const name = productName(kernel, item);
    const each = `${inWords(unit ?? 0, currency)} / ${recurring?.interval ?? ''}`;
    return {
      amount: isTrial ? 0 : costOf(item),
      description: isTrial ? `Trial period for ${name}` : `${item.quantity ?? 1} × ${name} (at ${each})`,
      period,
      price: item.price,
      quantity: item.quantity ?? 1,
      subscription: item.subscription,
      subscriptionItem: item.id,
      metadata: item.metadata,
    };
  });
}

/** Where a proration comes from, beside the item itself. */
interface Proration {
  customer: string;
  at: number;
  period: Period;
}

function prorationOf(kernel: Kernel, item: Item, sign: 1 | -1, { customer, at, period }: Proration): NewInvoiceItem {
  const quantity = item.quantity ?? 1;
  const what = `${quantity > 1 ? `${quantity} × ` : ''}${productName(kernel, item)} after ${dayInWords(at)}`;
  const amount = sign * remainder(costOf(item), period, at);
  return {
    customer,
    amount: amount === 0 ? 0 : amount,
    currency: item.price.currency,
    description: `${sign < 0 ? 'Unused' : 'Remaining'} time on ${what}`,
    period: { start: at, end: period.end },
    price: item.price,
    quantity,
    proration: true,
    subscription: item.subscription,
    subscriptionItem: item.id,
    metadata: {},
  };
}

/** Credits for the rest of the period of what items were. */
export const credits = (kernel: Kernel, items: readonly Item[], proration: Proration): NewInvoiceItem[] =>
  proration.at < proration.period.end ? items.map((item) => prorationOf(kernel, item, -1, proration)) : [];

/** Charges for the rest of the period of what items become. */
export const charges = (kernel: Kernel, items: readonly Item[], proration: Proration): NewInvoiceItem[] =>
  proration.at < proration.period.end ? items.map((item) => prorationOf(kernel, item, 1, proration)) : [];
