export { InvoiceHistory } from './InvoiceHistory.js';
export type { InvoiceHistoryProps } from './InvoiceHistory.js';
export { InvoiceHistoryView } from './InvoiceHistory.view.js';
export type { InvoiceHistoryViewProps } from './InvoiceHistory.view.js';
export { invoiceHistoryMessages } from './InvoiceHistory.messages.js';
