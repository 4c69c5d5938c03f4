export { BillingContacts } from './BillingContacts.js';
export type { BillingContactsProps } from './BillingContacts.js';
export { BillingContactsView } from './BillingContacts.view.js';
export type { BillingContactsViewProps } from './BillingContacts.view.js';
export { billingContactsMessages } from './BillingContacts.messages.js';
