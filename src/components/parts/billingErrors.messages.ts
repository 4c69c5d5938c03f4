import { defineMessages } from '../../i18n/index.js';

/** A sentence for everything that can go wrong with money, under `billingErrors`: by reason, each says what still holds. */
export const billingErrorMessages = defineMessages('billingErrors', {
  declined:
    'The bank declined the payment without a reason. Nothing was charged. Try another payment method, or ask the bank.',
  insufficient_funds: 'There is not enough money in the account. Nothing was charged. Try another payment method.',
  expired_card: 'The card has expired. Nothing was charged. Add a new one.',
  incorrect_cvc: 'The security code was wrong. Nothing was charged. Add the card again.',
  authentication_required:
    'The bank wants the payment to be confirmed, and it was not. Nothing was charged; try again.',
  processing_error: 'The bank could not be reached. Nothing was charged; try again in a moment.',
  no_payment_method: 'There is nothing to pay with yet. Add a payment method first.',
  quote_changed: 'The amount changed meanwhile. Look at the new one, then confirm again.',
  no_change: 'That is what you have already.',
  no_subscription: 'There is no plan to change any more.',
  nothing_due: 'There is nothing to pay any more.',
  payment_in_progress: 'A payment is still under way. Wait for it, then try again.',
  seats_below_members: 'There are more people here, invitations included, than seats. Remove some first.',
  last_payment_method: 'This workspace pays with it. Add another one first, or cancel the plan.',
  tax_id_invalid: 'That tax ID is not valid in its country.',
  stripe: 'Stripe cannot be reached. Nothing was changed; try again in a moment.',
});
