import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { ChargeOutcome, ChargeRequest, IntentRequest } from '../kernel/ports.js';
import { resolveMethod } from './method.js';
import { attachMethod } from './methods.js';
import { cancelPayment, createPaymentIntent, pay } from './paymentIntents.js';
import { createSetupIntent } from './setupIntents.js';

function intentFor(kernel: Kernel, { customer, amount, currency, description }: IntentRequest) {
  return createPaymentIntent(kernel, { customer, amount, currency, description });
}

/**
 * Takes an invoice's money. A bank that wants to see the payer gets a challenge, in their absence too: an invoice waits
 * for its payer in `requires_action`, rather than being declined.
 */
function charge(kernel: Kernel, request: ChargeRequest): ChargeOutcome {
  const { store } = kernel;
  const method = resolveMethod(kernel, request.paymentMethod, 'payment_method');
  if (method.customer !== request.customer) {
    throw invalid(
      `The payment method ${method.id} is not attached to the customer ${request.customer}.`,
      'payment_method',
    );
  }
  const { id } =
    request.paymentIntent === null ? intentFor(kernel, request) : store.paymentIntents.find(request.paymentIntent);
  store.paymentIntents.update(id, { amount: request.amount });
  const payment = pay(kernel, id, method);
  if (payment.status !== 'requires_payment_method') return { status: payment.status, paymentIntent: id };
  return { status: payment.status, paymentIntent: id, failure: payment.failure };
}

/** Gives the invoices what they ask of payments. */
export function providePayments(kernel: Kernel): void {
  kernel.provide({
    payments: {
      attach: (method, customer, param) => attachMethod(kernel, method, customer, param),
      createIntent: (request) => intentFor(kernel, request),
      charge: (request) => charge(kernel, request),
      cancelIntent(id) {
        const { status } = kernel.store.paymentIntents.find(id);
        if (status !== 'succeeded' && status !== 'canceled') cancelPayment(kernel, id);
      },
      createSetupIntent: (request) => createSetupIntent(kernel, request),
    },
  });
}
