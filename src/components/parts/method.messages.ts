import { defineMessages } from '../../i18n/index.js';

/** How a payment method is called in a sentence, under `paymentMethod`. */
export const methodMessages = defineMessages('paymentMethod', {
  ending: '{brand} ending {last4}',
  card: 'Card',
  bankAccount: 'Bank account',
  other: 'Payment method',
});
