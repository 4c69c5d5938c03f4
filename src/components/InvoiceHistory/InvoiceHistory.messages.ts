import { defineMessages } from '../../i18n/index.js';

/** The words of `InvoiceHistory`, under `invoiceHistory`. */
export const invoiceHistoryMessages = defineMessages('invoiceHistory', {
  heading: 'Invoices',
  empty: 'The first one appears here on the day of your first bill.',
  date: 'Date',
  number: 'Number',
  what: 'For',
  amount: 'Amount',
  status: 'Status',
  pdf: 'PDF',
  draft: 'Draft',
  open: 'Open',
  past_due: 'Past due',
  paid: 'Paid',
  void: 'Void',
  uncollectible: 'Not collected',
  noNumber: 'Not numbered yet',
  moreLines: { one: '{what}, and {count} more line', other: '{what}, and {count} more lines' },
  download: 'Download invoice {number} of {date} as PDF',
  see: 'See invoice {number} of {date}',
  more: 'Older invoices',
  moreFailed: 'The older invoices did not load. {reason}',
  retry: 'Try again',
  failed: 'The invoices did not load',
  outdated: 'This may be out of date. {reason}',
});
