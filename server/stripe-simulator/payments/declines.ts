import type { Decline } from './cards.js';

/** What Stripe says of a payment or a card that was turned down. */
export interface CardError {
  type: 'card_error' | 'invalid_request_error';
  code: string;
  decline_code?: string;
  message: string;
}

/** What Stripe says, by why. */
export const DECLINES: Record<Decline, Omit<CardError, 'type'>> = {
  generic_decline: { code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.' },
  insufficient_funds: {
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  },
  expired_card: { code: 'expired_card', message: 'Your card has expired.' },
  incorrect_cvc: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  processing_error: {
    code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
};

/** The error of a card whose bank said no. */
export function declineError(decline: Decline): CardError {
  return { type: 'card_error', ...DECLINES[decline] };
}

/** A number that is no test card, in a test account. */
export const LIVE_CARD_ERROR: CardError = {
  type: 'card_error',
  code: 'card_declined',
  decline_code: 'test_mode_live_card',
  message: 'Your card was declined. Your request was in test mode, but used a non test card.',
};

/** A payment without its payer, for which the bank wants to see one. */
export const AUTHENTICATION_REQUIRED: CardError = {
  type: 'card_error',
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

/** The payer did not show the bank who they are. */
export function authenticationFailed(kind: 'setup' | 'payment'): CardError {
  return {
    type: 'invalid_request_error',
    code: `${kind}_intent_authentication_failure`,
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  };
}
