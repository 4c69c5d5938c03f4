// Made from the routes table by `npm run generate`: change the contract, not this file.
import { array, boolean, nullable, number, object, oneOf, page, row, string, variants } from '../checks.js';
import { person } from './shapes.js';

const planFeature = object({ name: string, value: nullable(string) });
const plan = object({
  id: string,
  name: string,
  description: nullable(string),
  kind: oneOf('free', 'flat', 'per_seat'),
  seats: nullable(oneOf('automatic', 'prepaid')),
  currency: string,
  prices: object({ month: nullable(number), year: nullable(number) }),
  memberLimit: nullable(number),
  trialDays: number,
  features: array(planFeature),
});
const catalogue = object({ mode: oneOf('off', 'test', 'live'), publishableKey: nullable(string), plans: array(plan) });
const billingStatus = oneOf('none', 'incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused');
const interval = oneOf('month', 'year');
const period = object({ start: string, end: string });
const scheduledChange = object({ at: string, planId: string, interval, seats: nullable(number) });
const money = object({ amount: number, currency: string });
const billLine = object({
  id: string,
  kind: oneOf('plan', 'unused', 'remaining', 'usage', 'other'),
  description: string,
  planId: nullable(string),
  interval: nullable(interval),
  quantity: nullable(number),
  unitAmount: nullable(money),
  amount: money,
  period: nullable(period),
});
const bill = object({
  date: string,
  lines: array(billLine),
  subtotal: money,
  tax: money,
  total: money,
  creditUsed: money,
  due: money,
});
const pastDue = object({
  invoiceId: string,
  invoiceNumber: nullable(string),
  amount: money,
  since: string,
  reason: oneOf(
    'declined',
    'insufficient_funds',
    'expired_card',
    'incorrect_cvc',
    'authentication_required',
    'processing_error',
  ),
  paymentMethodId: nullable(string),
  attempts: number,
  nextAttemptAt: nullable(string),
  graceEndsAt: string,
});
const paymentMethod = object({
  id: string,
  type: string,
  brand: nullable(string),
  last4: nullable(string),
  expiryMonth: nullable(number),
  expiryYear: nullable(number),
  isDefault: boolean,
});
const address = object({
  line1: string,
  line2: string,
  city: string,
  postalCode: string,
  state: string,
  country: string,
});
const taxId = object({
  type: string,
  value: string,
  verification: oneOf('pending', 'verified', 'unverified', 'unavailable'),
});
const billingDetails = object({
  name: nullable(string),
  email: nullable(string),
  address: nullable(address),
  taxIds: array(taxId),
});
const billing = object({
  status: billingStatus,
  plan: nullable(plan),
  interval: nullable(interval),
  seats: object({ members: number, invited: number, paid: nullable(number), limit: nullable(number) }),
  period: nullable(period),
  trialEndsAt: nullable(string),
  cancellation: nullable(object({ endsAt: string, by: nullable(person), requestedAt: nullable(string) })),
  scheduled: nullable(scheduledChange),
  nextBill: nullable(bill),
  credit: nullable(money),
  pastDue: nullable(pastDue),
  paymentMethods: array(paymentMethod),
  details: billingDetails,
  trialAvailable: boolean,
  seq: number,
});
const preview = object({
  quote: string,
  takesEffect: oneOf('now', 'period_end'),
  at: string,
  now: nullable(bill),
  next: bill,
  recurring: money,
  interval,
  seats: nullable(number),
  trialEndsAt: nullable(string),
  needsPaymentMethod: boolean,
});
const payment = variants('status', {
  none: object({ status: oneOf('none') }),
  succeeded: object({ status: oneOf('succeeded'), amount: money }),
  processing: object({ status: oneOf('processing'), amount: money }),
  requires_action: object({ status: oneOf('requires_action'), amount: money, clientSecret: string }),
});
const invoice = object({
  id: string,
  number: nullable(string),
  date: string,
  total: money,
  due: money,
  status: oneOf('draft', 'open', 'past_due', 'paid', 'void', 'uncollectible'),
  line: nullable(billLine),
  lineCount: number,
  hostedUrl: nullable(string),
  pdfUrl: nullable(string),
});

export { read } from '../checks.js';

export const rows = {
  'billing.catalogue': row('GET', '/billing/catalogue', catalogue),
  'billing.get': row('GET', '/workspaces/:workspaceId/billing', billing),
  'billing.sync': row('POST', '/workspaces/:workspaceId/billing/sync', billing),
  'billing.preview': row('POST', '/workspaces/:workspaceId/billing/preview', preview),
  'billing.subscribe': row('PUT', '/workspaces/:workspaceId/billing/subscription', object({ billing, payment })),
  'billing.cancel': row('POST', '/workspaces/:workspaceId/billing/cancel', billing),
  'billing.resume': row('POST', '/workspaces/:workspaceId/billing/resume', billing),
  'billing.invoices': row('GET', '/workspaces/:workspaceId/billing/invoices', page(invoice)),
  'billing.createSetup': row(
    'POST',
    '/workspaces/:workspaceId/billing/setup-intents',
    object({ clientSecret: string }),
  ),
  'billing.setDefaultPaymentMethod': row(
    'POST',
    '/workspaces/:workspaceId/billing/payment-methods/:paymentMethodId/default',
    billing,
  ),
  'billing.removePaymentMethod': row(
    'DELETE',
    '/workspaces/:workspaceId/billing/payment-methods/:paymentMethodId',
    billing,
  ),
  'billing.updateDetails': row('PATCH', '/workspaces/:workspaceId/billing/details', billing),
  'billing.retryPayment': row('POST', '/workspaces/:workspaceId/billing/retry', object({ billing, payment })),
  'billing.openPortal': row('POST', '/workspaces/:workspaceId/billing/portal', object({ url: string })),
};
