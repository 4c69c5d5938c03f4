import type { OperationName } from 'guildhall/contract';
import type { Context } from '../context.js';
import { inSeveralSteps } from '../db/idempotency.js';
import type { OperationHandler, Operations } from '../operations.js';
import { updateDetails } from './account/details.js';
import { listInvoices } from './account/invoices.js';
import { createSetup, removePaymentMethod, setDefaultPaymentMethod } from './account/paymentMethods.js';
import { openPortal } from './account/portal.js';
import { getBilling, readCatalogue, syncBilling } from './account/read.js';
import { billingOff } from './off.js';

type BillingOperation = Extract<OperationName, `billing.${string}`>;

/**
 * What changes something at Stripe is no one transaction: its answer is kept for its idempotency key when all of it is
 * done, and not with the first of its parts.
 */
function inSteps<N extends BillingOperation>(handler: OperationHandler<N>): OperationHandler<N> {
  return (actor, input) => inSeveralSteps(() => handler(actor, input));
}

/** Every operation of billing. */
export function billingHandlers(context: Context): Pick<Operations, BillingOperation> {
  const off = billingOff(context);
  return {
    'billing.catalogue': readCatalogue(context),
    'billing.get': getBilling(context),
    'billing.sync': inSteps(syncBilling(context)),
    'billing.preview': off['billing.preview'],
    'billing.subscribe': off['billing.subscribe'],
    'billing.cancel': off['billing.cancel'],
    'billing.resume': off['billing.resume'],
    'billing.invoices': listInvoices(context),
    'billing.createSetup': inSteps(createSetup(context)),
    'billing.setDefaultPaymentMethod': inSteps(setDefaultPaymentMethod(context)),
    'billing.removePaymentMethod': inSteps(removePaymentMethod(context)),
    'billing.updateDetails': inSteps(updateDetails(context)),
    'billing.retryPayment': off['billing.retryPayment'],
    'billing.openPortal': inSteps(openPortal(context)),
  };
}
