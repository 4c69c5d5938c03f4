import { GuildhallError } from '../../../contract/index.js';
import type { OperationName } from '../../../contract/index.js';
import type { Handler } from '../session.js';
import { catalogue, enterBilling, getBilling, listInvoices, syncBilling } from './reading.js';

/** Every operation of billing. */
type BillingOperation = Extract<OperationName, `billing.${string}`>;

function later<N extends Exclude<BillingOperation, 'billing.catalogue'>>(name: N): Handler<N> {
  return (session, { workspaceId }) => {
    enterBilling(session, name, workspaceId);
    throw new GuildhallError('unavailable', {
      message: `${name} comes with the next commit.`,
      details: { reason: 'stripe' },
    });
  };
}

/** Billing without Stripe: what a backend in memory answers. */
export const billingHandlers: { readonly [N in BillingOperation]: Handler<N> } = {
  'billing.catalogue': catalogue,
  'billing.get': getBilling,
  'billing.sync': syncBilling,
  'billing.preview': later('billing.preview'),
  'billing.subscribe': later('billing.subscribe'),
  'billing.cancel': later('billing.cancel'),
  'billing.resume': later('billing.resume'),
  'billing.invoices': listInvoices,
  'billing.createSetup': later('billing.createSetup'),
  'billing.setDefaultPaymentMethod': later('billing.setDefaultPaymentMethod'),
  'billing.removePaymentMethod': later('billing.removePaymentMethod'),
  'billing.updateDetails': later('billing.updateDetails'),
  'billing.retryPayment': later('billing.retryPayment'),
  'billing.openPortal': later('billing.openPortal'),
};
