export { BillingForbidden } from './BillingForbidden.js';
export type { BillingForbiddenProps } from './BillingForbidden.js';
export { billingForbiddenMessages } from './BillingForbidden.messages.js';
