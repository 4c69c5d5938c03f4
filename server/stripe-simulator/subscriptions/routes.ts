import type { z } from 'zod';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { bool, clearable, patchMetadata, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { cancelSubscription } from './cancel.js';
import { createSubscription } from './create.js';
import { anchor, fieldsOf, newSubscription, prorationFields, subscriptionChange } from './params.js';
import type { BillingChange, Subscription } from './plan.js';
import { readingRoutes } from './readingRoutes.js';
import { resumeSubscription } from './resume.js';
import { updateSubscription } from './update.js';

type ChangeParams = z.output<typeof subscriptionChange>;

/** @throws StripeFailure when the payment method is not the customer's */
function requireOwnMethod({ store }: Kernel, method: string | null | undefined, customer: string): void {
  if (!method || store.paymentMethods.get(method)?.customer === customer) return;
  throw invalid(
    `The customer does not have a payment method with the ID ${method}. The payment method must be attached to the customer.`,
    'default_payment_method',
    'resource_missing',
  );
}

/** The part of an update, or of a preview, that changes the bill; undefined when none does. */
export function billingOf(
  params: Pick<ChangeParams, 'items' | 'billing_cycle_anchor' | 'trial_end' | 'proration_behavior' | 'proration_date'>,
): BillingChange | undefined {
  const { items, billing_cycle_anchor: reset, trial_end: trialEnd } = params;
  if (!items && !reset && trialEnd === undefined) return undefined;
  return {
    items,
    resetsAnchor: reset !== undefined,
    trialEnd,
    proration: params.proration_behavior ?? 'create_prorations',
    prorationDate: params.proration_date,
  };
}

function update(kernel: Kernel, id: string, params: ChangeParams): Subscription {
  const before = kernel.store.subscriptions.find(id);
  requireOwnMethod(kernel, params.default_payment_method, before.customer);
  const details = params.cancellation_details;
  const updated = updateSubscription(kernel, id, {
    billing: billingOf(params),
    behavior: params.payment_behavior ?? 'allow_incomplete',
    offSession: params.off_session ?? false,
    cancelAt: params.cancel_at,
    cancelAtPeriodEnd: params.cancel_at_period_end,
    fields: {
      ...fieldsOf(params),
      ...(params.metadata === undefined ? {} : { metadata: patchMetadata(before.metadata, params.metadata) }),
    },
  });
  if (!details) return updated;
  const { comment = null, feedback = null } = details;
  const reason = updated.cancellation_details?.reason ?? null;
  return kernel.store.subscriptions.update(id, {
    cancellation_details: { comment, feedback, feedback_option: null, reason },
  });
}

/** `/v1/subscriptions`. */
export function subscriptionRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  return [
    ...readingRoutes(kernel),
    route({
      method: 'POST',
      path: '/v1/subscriptions',
      params: newSubscription,
      handle: ({ params }) => {
        store.customers.find(params.customer, 'customer');
        requireOwnMethod(kernel, params.default_payment_method, params.customer);
        const given = {
          customer: params.customer,
          items: params.items,
          trialEnd: params.trial_end === 'now' ? undefined : params.trial_end,
          trialDays: params.trial_period_days,
          metadata: params.metadata,
          cancelAt: params.cancel_at,
          cancelAtPeriodEnd: params.cancel_at_period_end,
          fields: fieldsOf(params),
        };
        return createSubscription(kernel, given, params.payment_behavior ?? 'allow_incomplete');
      },
    }),
    route({
      method: 'POST',
      path: '/v1/subscriptions/:id',
      params: subscriptionChange,
      handle: ({ path, params }) => update(kernel, path['id'] ?? '', params),
    }),
    route({
      method: 'POST',
      path: '/v1/subscriptions/:id/resume',
      params: shape({ ...prorationFields, billing_cycle_anchor: anchor.optional() }),
      handle: ({ path }) => resumeSubscription(kernel, path['id'] ?? ''),
    }),
    route({
      method: 'DELETE',
      path: '/v1/subscriptions/:id',
      params: shape({
        prorate: bool().optional(),
        invoice_now: bool().optional(),
        cancellation_details: shape({
          comment: clearable(text()).optional(),
          feedback: clearable(text()).optional(),
        }).optional(),
      }),
      handle: ({ path, params }) =>
        cancelSubscription(kernel, path['id'] ?? '', {
          reason: 'cancellation_requested',
          prorate: params.prorate ?? false,
          invoiceNow: params.invoice_now ?? false,
          ...params.cancellation_details,
        }),
    }),
  ];
}
