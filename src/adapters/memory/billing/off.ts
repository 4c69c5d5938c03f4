import { GuildhallError } from '../../../contract/index.js';
import type { OperationName } from '../../../contract/index.js';
import type { Handler } from '../session.js';

/** Every operation of billing. */
export type BillingOperation = Extract<OperationName, `billing.${string}`>;

function off<N extends Exclude<BillingOperation, 'billing.catalogue'>>(name: N): Handler<N> {
  return (session, { workspaceId }) => {
    session.enter(name, workspaceId);
    throw new GuildhallError('unavailable', {
      message: 'This world has no billing: give it plans.',
      details: { reason: 'billing_not_configured' },
    });
  };
}

/** What billing answers in a world without plans: nothing is sold, and those who may see it are told why. */
export const billingOff: { readonly [N in BillingOperation]: Handler<N> } = {
  'billing.catalogue': (session) => {
    session.user();
    return { mode: 'off', publishableKey: null, plans: [] };
  },
  'billing.get': off('billing.get'),
  'billing.sync': off('billing.sync'),
  'billing.preview': off('billing.preview'),
  'billing.subscribe': off('billing.subscribe'),
  'billing.cancel': off('billing.cancel'),
  'billing.resume': off('billing.resume'),
  'billing.invoices': off('billing.invoices'),
  'billing.createSetup': off('billing.createSetup'),
  'billing.setDefaultPaymentMethod': off('billing.setDefaultPaymentMethod'),
  'billing.removePaymentMethod': off('billing.removePaymentMethod'),
  'billing.updateDetails': off('billing.updateDetails'),
  'billing.retryPayment': off('billing.retryPayment'),
  'billing.openPortal': off('billing.openPortal'),
};
