import type { OperationName } from '../../../contract/index.js';
import type { Handler } from '../session.js';
import { cancelPlan, previewChange, resumePlan, subscribeTo } from './changing.js';
import { updateDetails } from './details.js';
import { createSetup, removePaymentMethod, setDefaultPaymentMethod } from './methods.js';
import { openPortal, retryPayment } from './paying.js';
import { catalogue, getBilling, listInvoices, syncBilling } from './reading.js';

/** Every operation of billing. */
type BillingOperation = Extract<OperationName, `billing.${string}`>;

/** Billing without Stripe: what a backend in memory answers. */
export const billingHandlers: { readonly [N in BillingOperation]: Handler<N> } = {
  'billing.catalogue': catalogue,
  'billing.get': getBilling,
  'billing.sync': syncBilling,
  'billing.preview': previewChange,
  'billing.subscribe': subscribeTo,
  'billing.cancel': cancelPlan,
  'billing.resume': resumePlan,
  'billing.invoices': listInvoices,
  'billing.createSetup': createSetup,
  'billing.setDefaultPaymentMethod': setDefaultPaymentMethod,
  'billing.removePaymentMethod': removePaymentMethod,
  'billing.updateDetails': updateDetails,
  'billing.retryPayment': retryPayment,
  'billing.openPortal': openPortal,
};
