import type { OperationName } from 'guildhall/contract';
import type { Context } from '../context.js';
import { inSeveralSteps } from '../db/idempotency.js';
import type { OperationHandler, Operations } from '../operations.js';
import { updateDetails } from './account/details.js';
import { listInvoices } from './account/invoices.js';
import { createSetup, removePaymentMethod, setDefaultPaymentMethod } from './account/paymentMethods.js';
import { openPortal } from './account/portal.js';
import { getBilling, readCatalogue, syncBilling } from './account/read.js';
import { cancelPlan, resumePlan } from './changes/cancel.js';
import { previewChange } from './changes/preview.js';
import { retryPayment } from './changes/retry.js';
import { subscribeTo } from './changes/subscribe.js';

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
  return {
    'billing.catalogue': readCatalogue(context),
    'billing.get': getBilling(context),
    'billing.sync': inSteps(syncBilling(context)),
    'billing.preview': inSteps(previewChange(context)),
    'billing.subscribe': inSteps(subscribeTo(context)),
    'billing.cancel': inSteps(cancelPlan(context)),
    'billing.resume': inSteps(resumePlan(context)),
    'billing.invoices': listInvoices(context),
    'billing.createSetup': inSteps(createSetup(context)),
    'billing.setDefaultPaymentMethod': inSteps(setDefaultPaymentMethod(context)),
    'billing.removePaymentMethod': inSteps(removePaymentMethod(context)),
    'billing.updateDetails': inSteps(updateDetails(context)),
    'billing.retryPayment': inSteps(retryPayment(context)),
    'billing.openPortal': inSteps(openPortal(context)),
  };
}
