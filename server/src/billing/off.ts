import type { Context } from '../context.js';
import type { OperationHandler, Operations } from '../operations.js';
import { enterBilling } from './account/enter.js';
import type { AccountOperation } from './account/enter.js';

/** What somebody who may is told of an operation that is not there. */
function off<N extends AccountOperation>(context: Context, name: N): OperationHandler<N> {
  return async (actor, { workspaceId }) => {
    await enterBilling(context, name, actor, workspaceId);
    throw new Error(`${name} is not there yet.`);
  };
}

type Change = 'billing.preview' | 'billing.subscribe' | 'billing.cancel' | 'billing.resume' | 'billing.retryPayment';

/** The changes of a subscription, until they land. */
export function billingOff(context: Context): Pick<Operations, Change> {
  return {
    'billing.preview': off(context, 'billing.preview'),
    'billing.subscribe': off(context, 'billing.subscribe'),
    'billing.cancel': off(context, 'billing.cancel'),
    'billing.resume': off(context, 'billing.resume'),
    'billing.retryPayment': off(context, 'billing.retryPayment'),
  };
}
