import { Stripe } from 'stripe';
import { GuildhallError, declineReason } from 'guildhall/contract';

/**
 * Stripe did not do as it was asked. Only what says what happened: the SDK's own error holds what was sent and the
 * payment method with it, which is for no log.
 */
export class StripeRefusal extends Error {
  override readonly name = 'StripeRefusal';

  constructor(
    readonly type: string,
    readonly code: string | undefined,
    readonly param: string | undefined,
    readonly requestId: string | undefined,
  ) {
    const where = param === undefined ? '' : ` at ${param}`;
    super(`Stripe refused: ${type}${code === undefined ? '' : `, ${code}`}${where} (${requestId ?? 'no request id'}).`);
  }
}

/** Whether Stripe refused for this reason, such as `resource_missing`. */
export function isRefusal(error: unknown, code: string): error is StripeRefusal {
  return error instanceof StripeRefusal && error.code === code;
}

const AWAY_MS = 5_000;
const BUSY_MS = 1_000;

const refusalOf = ({ type, code, param, requestId }: Stripe.errors.StripeError) =>
  new StripeRefusal(type, code, param, requestId);

/**
 * What an error of the SDK is to us: `payment_required` where the bank said no, `unavailable` where Stripe cannot be
 * asked, and a {@link StripeRefusal} where it did not accept what was asked.
 */
export function toOurError(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const cause = refusalOf(error);
  if (error instanceof Stripe.errors.StripeCardError) {
    const reason = declineReason(error.decline_code ?? error.code);
    return new GuildhallError('payment_required', { message: 'The payment was declined.', details: { reason }, cause });
  }
  const away = (message: string, retryAfterMs: number) =>
    new GuildhallError('unavailable', { message, details: { reason: 'stripe' }, retryAfterMs, cause });
  if (error instanceof Stripe.errors.StripeRateLimitError) return away('Stripe is asked too much.', BUSY_MS);
  if (error instanceof Stripe.errors.StripeConnectionError) return away('Stripe cannot be reached.', AWAY_MS);
  if (error instanceof Stripe.errors.StripeAPIError) return away('Stripe has a problem of its own.', AWAY_MS);
  if (error instanceof Stripe.errors.StripeAuthenticationError || error instanceof Stripe.errors.StripePermissionError)
    return away('Stripe does not accept the secret key. Look at STRIPE_SECRET_KEY.', AWAY_MS);
  return cause;
}
