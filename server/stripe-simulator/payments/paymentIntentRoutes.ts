import type Stripe from 'stripe';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { bool, inRange, int, listOf, oneOf, range, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import type { Wire } from '../kernel/wire.js';
import { methodFor, requireNoTypes, requireSecret } from './intents.js';
import type { ConfirmParams } from './intents.js';
import { confirmFields, intentFields } from './params.js';
import { cancelPayment, createPaymentIntent, pay, requireOpenPayment } from './paymentIntents.js';
import type { Payment } from './paymentIntents.js';

type PaymentIntent = Wire<Stripe.PaymentIntent>;

const NAME = 'payment_intent';
const { client_secret: _secret, ...confirmOnCreate } = confirmFields;
const usage = oneOf('off_session', 'on_session').optional();

/**
 * Tells the invoices how a payment of theirs ended, and answers with it.
 *
 * @throws StripeFailure when it was declined
 */
export function conclude({ ports }: Kernel, payment: Payment): PaymentIntent {
  if (payment.status === 'succeeded') ports.invoices.intentSucceeded(payment.intent);
  if (payment.status !== 'requires_payment_method') return payment.intent;
  ports.invoices.intentFailed(payment.intent);
  throw payment.failure;
}

/** Payment intents: how money is taken. */
export function paymentIntentRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  const idOf = (path: { [name: string]: string }) => path['id'] ?? '';
  function confirm(
    id: string,
    params: ConfirmParams & {
      off_session?: boolean | undefined;
      setup_future_usage?: 'off_session' | 'on_session' | undefined;
    },
    keyKind: 'secret' | 'publishable',
  ) {
    const intent = store.paymentIntents.find(id);
    requireOpenPayment(intent, 'confirm');
    const method = methodFor(kernel, intent, params, keyKind);
    if (params.setup_future_usage) store.paymentIntents.update(id, { setup_future_usage: params.setup_future_usage });
    return conclude(kernel, pay(kernel, id, method, { refusesChallenge: params.off_session ?? false }));
  }
  return [
    route({
      method: 'POST',
      path: '/v1/payment_intents',
      params: shape({
        ...intentFields,
        ...confirmOnCreate,
        amount: int(1),
        currency: text(),
        off_session: bool().optional(),
        setup_future_usage: usage,
      }),
      handle({ params, version, key }) {
        requireNoTypes(params.payment_method_types, version);
        const { id } = createPaymentIntent(kernel, params);
        return params.confirm ? confirm(id, params, key.kind) : store.paymentIntents.find(id);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/payment_intents',
      params: listOf({ customer: text().optional(), created: range().optional() }),
      handle({ params: { customer, created, ...cursor } }) {
        const found = store.paymentIntents
          .newest()
          .filter((intent) => customer === undefined || intent.customer === customer)
          .filter((intent) => inRange(intent.created, created));
        return page(found, cursor, '/v1/payment_intents');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/payment_intents/:id',
      publishable: true,
      params: shape({ client_secret: text().optional() }),
      handle({ path, params, key }) {
        const intent = store.paymentIntents.find(idOf(path));
        requireSecret(NAME, intent, { key, params });
        return intent;
      },
    }),
    route({
      method: 'POST',
      path: '/v1/payment_intents/:id/confirm',
      publishable: true,
      params: shape({ ...confirmFields, off_session: bool().optional(), setup_future_usage: usage }),
      handle({ path, params, key }) {
        requireSecret(NAME, store.paymentIntents.find(idOf(path)), { key, params });
        return confirm(idOf(path), params, key.kind);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/payment_intents/:id/cancel',
      params: shape({
        cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer').optional(),
      }),
      handle: ({ path, params }) => cancelPayment(kernel, idOf(path), params.cancellation_reason),
    }),
  ];
}
