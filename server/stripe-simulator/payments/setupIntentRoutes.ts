import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { inRange, listOf, oneOf, range, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import { methodFor, requireNoTypes, requireSecret } from './intents.js';
import { confirmFields, intentFields } from './params.js';
import { cancelSetupIntent, confirmSetupIntent, createSetupIntent } from './setupIntents.js';

const NAME = 'setupintent';
const { client_secret: _secret, ...confirmOnCreate } = confirmFields;

/** Setup intents: how a card is saved for later. */
export function setupIntentRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  const idOf = (path: { [name: string]: string }) => path['id'] ?? '';
  return [
    route({
      method: 'POST',
      path: '/v1/setup_intents',
      params: shape({
        ...intentFields,
        ...confirmOnCreate,
        usage: oneOf('off_session', 'on_session').optional(),
      }),
      handle({ params, version, key }) {
        requireNoTypes(params.payment_method_types, version);
        const intent = createSetupIntent(kernel, params);
        return params.confirm
          ? confirmSetupIntent(kernel, intent.id, methodFor(kernel, intent, params, key.kind))
          : intent;
      },
    }),
    route({
      method: 'GET',
      path: '/v1/setup_intents',
      params: listOf({ customer: text().optional(), payment_method: text().optional(), created: range().optional() }),
      handle({ params: { customer, payment_method: method, created, ...cursor } }) {
        const found = store.setupIntents
          .newest()
          .filter((intent) => customer === undefined || intent.customer === customer)
          .filter((intent) => method === undefined || intent.payment_method === method)
          .filter((intent) => inRange(intent.created, created));
        return page(found, cursor, '/v1/setup_intents');
      },
    }),
    route({
      method: 'GET',
      path: '/v1/setup_intents/:id',
      publishable: true,
      params: shape({ client_secret: text().optional() }),
      handle({ path, params, key }) {
        const intent = store.setupIntents.find(idOf(path));
        requireSecret(NAME, intent, { key, params });
        return intent;
      },
    }),
    route({
      method: 'POST',
      path: '/v1/setup_intents/:id/confirm',
      publishable: true,
      params: shape(confirmFields),
      handle({ path, params, key }) {
        const intent = store.setupIntents.find(idOf(path));
        requireSecret(NAME, intent, { key, params });
        return confirmSetupIntent(kernel, intent.id, methodFor(kernel, intent, params, key.kind));
      },
    }),
    route({
      method: 'POST',
      path: '/v1/setup_intents/:id/cancel',
      params: shape({ cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer').optional() }),
      handle: ({ path, params }) => cancelSetupIntent(kernel, idOf(path), params.cancellation_reason),
    }),
  ];
}
