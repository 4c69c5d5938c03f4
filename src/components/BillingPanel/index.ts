export { BillingPanel } from './BillingPanel.js';
export type { BillingPanelProps } from './BillingPanel.js';
export { BillingPanelView } from './BillingPanel.view.js';
export type { BillingPanelViewProps } from './BillingPanel.view.js';
export { billingPanelMessages } from './BillingPanel.messages.js';
export { billingNoticesMessages } from './notices.messages.js';
export { billingDialogsMessages } from './dialogs.messages.js';
