export { BillingDetails } from './BillingDetails.js';
export type { BillingDetailsProps } from './BillingDetails.js';
export { BillingDetailsView } from './BillingDetails.view.js';
export type { BillingDetailsViewProps } from './BillingDetails.view.js';
export { billingDetailsMessages } from './BillingDetails.messages.js';
