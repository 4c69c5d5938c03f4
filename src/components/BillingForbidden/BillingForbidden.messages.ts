import { defineMessages } from '../../i18n/index.js';

/** The words of `BillingForbidden`, under `billingForbidden`. */
export const billingForbiddenMessages = defineMessages('billingForbidden', {
  title: 'Billing',
  onPlan: '{workspace} is on the {plan} plan.',
  heading: 'Who looks after it',
  description: 'Owners and billing contacts see prices, payment methods and invoices.',
  owner: 'Owner',
  contact: 'Billing contact',
  ask: 'Ask {name}',
  subject: 'Billing of {workspace}',
  failed: 'Who looks after billing did not load',
  retry: 'Try again',
  include: 'If that should include you, an owner can make you a billing contact.',
});
