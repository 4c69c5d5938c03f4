import { StripeFailure } from '../kernel/failure.js';
import type { Family, Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { listOf, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Page, Route } from '../kernel/route.js';
import { methodRoutes } from './methodRoutes.js';
import { conclude, paymentIntentRoutes } from './paymentIntentRoutes.js';
import { authenticatePayment } from './paymentIntents.js';
import { portalFamily } from './portal.js';
import { providePayments } from './port.js';
import { setupIntentRoutes } from './setupIntentRoutes.js';
import { authenticateSetupIntent } from './setupIntents.js';

function chargeRoutes({ store }: Kernel): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/charges',
      params: listOf({ customer: text().optional(), payment_intent: text().optional() }),
      handle({ params: { customer, payment_intent: intent, ...cursor } }) {
        const found = store.charges
          .newest()
          .filter((charge) => customer === undefined || charge.customer === customer)
          .filter((charge) => intent === undefined || charge.payment_intent === intent);
        return page(found, cursor, '/v1/charges');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/charges/:id',
      params: shape({}),
      handle: ({ path }) => store.charges.find(path['id'] ?? ''),
    }),
  ];
}

/** Where a bank's challenge ends: `POST /_sim/3ds/:intent` with `result=succeeded` or `failed`. Answers as a confirmation does. */
function challengePage(kernel: Kernel): Page {
  const goOn = (id: string, hasSucceeded: boolean) =>
    id.startsWith('seti_')
      ? authenticateSetupIntent(kernel, id, hasSucceeded)
      : conclude(kernel, authenticatePayment(kernel, id, hasSucceeded));
  const json = (status: number, body: unknown) => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    method: 'POST',
    path: '/_sim/3ds/:intent',
    handle({ path, body }) {
      const hasSucceeded = new URLSearchParams(body).get('result') === 'succeeded';
      try {
        return json(
          200,
          kernel.journal.transact(() => goOn(path['intent'] ?? '', hasSucceeded)),
        );
      } catch (error) {
        if (error instanceof StripeFailure) return json(error.status, error.toBody());
        throw error;
      }
    },
  };
}

/** Cards, how they are saved and charged, and the billing portal. */
export function paymentsFamily(kernel: Kernel): Family {
  providePayments(kernel);
  const portal = portalFamily(kernel);
  return {
    routes: [
      ...methodRoutes(kernel),
      ...setupIntentRoutes(kernel),
      ...paymentIntentRoutes(kernel),
      ...chargeRoutes(kernel),
      ...portal.routes,
    ],
    pages: [challengePage(kernel), ...portal.pages],
  };
}
