import * as z from 'zod/mini';
import { address, billing, payment } from '../billing/account.js';
import { invoice, preview } from '../billing/bills.js';
import { catalogue, interval } from '../billing/plans.js';
import { id } from '../entities.js';
import { MAX_SEATS } from '../limits.js';
import { pageInput, pageOf } from '../pagination.js';
import { route } from './route.js';

const manage = 'billing:manage';
const workspaceOnly = z.strictObject({ workspaceId: id });
const seats = z.optional(z.int().check(z.minimum(1), z.maximum(MAX_SEATS)));
const line = z.string().check(z.trim(), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u));
const ofMethod = z.strictObject({ workspaceId: id, paymentMethodId: id });

/** `seats` is for prepaid plans alone: an automatic plan counts its members, a flat one has none. */
const change = { workspaceId: id, planId: id, interval, seats };

export const billingRoutes = {
  'billing.catalogue': route({
    method: 'GET',
    path: '/billing/catalogue',
    access: 'signed_in',
    summary: 'The plans that are sold, and what Stripe.js needs.',
    input: z.strictObject({}),
    output: catalogue,
  }),
  'billing.get': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/billing',
    access: manage,
    summary: 'What a workspace pays, with what, and what comes next.',
    input: workspaceOnly,
    output: billing,
  }),
  'billing.sync': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/sync',
    access: manage,
    summary: 'Asks Stripe afresh: after a payment or a card was confirmed in the browser, before its webhook arrives.',
    input: workspaceOnly,
    output: billing,
  }),
  'billing.preview': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/preview',
    access: manage,
    summary: 'What a change of plan, interval or seats costs now and next. Conflict: seats_below_members, no_change.',
    input: z.strictObject(change),
    output: preview,
  }),
  'billing.subscribe': route({
    method: 'PUT',
    path: '/workspaces/:workspaceId/billing/subscription',
    access: manage,
    summary: 'Makes the change that a preview offered. Conflict: quote_changed. Or payment_required.',
    input: z.strictObject({ ...change, quote: z.string().check(z.minLength(1), z.maxLength(2000)) }),
    output: z.object({ billing, payment }),
  }),
  'billing.cancel': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/cancel',
    access: manage,
    summary: 'Ends the plan with its period, a scheduled change with it. Conflict: no_subscription.',
    input: workspaceOnly,
    output: billing,
  }),
  'billing.resume': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/resume',
    access: manage,
    summary: 'Takes back a cancellation or a scheduled change. Conflict: no_subscription.',
    input: workspaceOnly,
    output: billing,
  }),
  'billing.invoices': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/billing/invoices',
    access: manage,
    summary: 'The invoices of a workspace, newest first, with fresh links.',
    input: z.strictObject({ workspaceId: id, ...pageInput }),
    output: pageOf(invoice),
  }),
  'billing.createSetup': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/setup-intents',
    access: manage,
    summary: 'Begins adding a payment method: Stripe.js confirms what this answers.',
    input: workspaceOnly,
    output: z.object({ clientSecret: z.string() }),
  }),
  'billing.setDefaultPaymentMethod': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/payment-methods/:paymentMethodId/default',
    access: manage,
    summary: 'Pays with this one from now on.',
    input: ofMethod,
    output: billing,
  }),
  'billing.removePaymentMethod': route({
    method: 'DELETE',
    path: '/workspaces/:workspaceId/billing/payment-methods/:paymentMethodId',
    access: manage,
    summary: 'Forgets a payment method. Conflict: last_payment_method, while the workspace pays.',
    input: ofMethod,
    output: billing,
  }),
  'billing.updateDetails': route({
    method: 'PATCH',
    path: '/workspaces/:workspaceId/billing/details',
    access: manage,
    summary: 'Changes what invoices say. Tax ids are replaced as a whole.',
    input: z.strictObject({
      workspaceId: id,
      name: z.optional(z.nullable(line)),
      email: z.optional(z.nullable(z.email().check(z.maxLength(320)))),
      address: z.optional(
        z.nullable(
          z.strictObject({
            line1: line,
            line2: line,
            city: line,
            postalCode: line,
            state: line,
            country: address.shape.country.check(z.regex(/^(?:[A-Z]{2})?$/u)),
          }),
        ),
      ),
      taxIds: z.optional(
        z
          .array(
            z.strictObject({
              type: z.string().check(z.regex(/^[a-z]{2,5}_[a-z_]{2,20}$/u)),
              value: line.check(z.minLength(1), z.maxLength(50)),
            }),
          )
          .check(z.maxLength(5)),
      ),
    }),
    output: billing,
  }),
  'billing.retryPayment': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/retry',
    access: manage,
    summary: 'Pays what is past due now, with the default payment method. Conflict: nothing_due. Or payment_required.',
    input: workspaceOnly,
    output: z.object({ billing, payment }),
  }),
  'billing.openPortal': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/billing/portal',
    access: manage,
    summary: "A link to Stripe's own portal for this workspace, for one use.",
    input: z.strictObject({
      workspaceId: id,
      /** Where the portal leads back to: a path of the host's, such as `/settings/billing`. */
      returnPath: z.optional(z.string().check(z.maxLength(500), z.regex(/^\/(?![/\\])[^\p{Cc}\p{Cs}\\]*$/u))),
    }),
    output: z.object({ url: z.string() }),
  }),
};
