import { GuildhallError } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { statement } from '../db/database.js';
import type { OperationHandler, Operations } from '../operations.js';
import { checkScope, LIST_SCOPE } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';

/** Every operation of billing. */
export type BillingOperation = Extract<OperationName, `billing.${string}`>;

const SCOPE = statement<ScopeRow>('billing_scope', LIST_SCOPE);

/** What billing answers where the host has not set it up: nothing is sold, and those who may see it are told why. */
export function billingOff(context: Parameters<Service<BillingOperation>>[0]): Pick<Operations, BillingOperation> {
  function off<N extends Exclude<BillingOperation, 'billing.catalogue'>>(name: N): OperationHandler<N> {
    return async (actor, { workspaceId }) => {
      const [scope] = await context.database.query(SCOPE, [workspaceId, signedIn(actor).userId]);
      checkScope(name)(scope);
      throw new GuildhallError('unavailable', {
        message: 'Billing is not set up: give createGuildhall its `billing` option, with plans and Stripe’s keys.',
        details: { reason: 'billing_not_configured' },
      });
    };
  }
  return {
    'billing.catalogue': async (actor) => {
      signedIn(actor);
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
}
