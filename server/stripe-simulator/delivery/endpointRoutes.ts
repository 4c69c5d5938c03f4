import type Stripe from 'stripe';
import { z } from 'zod';
import { change, sent } from '../kernel/change.js';
import { createCollection } from '../kernel/collection.js';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { bool, clearable, list, listOf, metadata, patchMetadata, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import type { Wire } from '../kernel/wire.js';
import { deliveryOf } from './delivery.js';
import { httpTarget } from './httpTarget.js';

type WebhookEndpoint = Wire<Stripe.WebhookEndpoint>;

const url = () => z.url({ protocol: /^https?$/u });
const fields = { description: clearable(text()).optional(), metadata: metadata().optional() };

/** `/v1/webhook_endpoints`: where events are sent. The secret is told once, when one is made. */
export function endpointRoutes(kernel: Kernel): Route[] {
  const { ids, clock, journal } = kernel;
  const delivery = deliveryOf(kernel);
  const endpoints = createCollection<WebhookEndpoint>(journal, 'webhook endpoint');
  const secrets = new Map<string, string>();
  const removals = new Map<string, () => void>();
  const idOf = (path: { [name: string]: string }) => path['id'] ?? '';
  const disconnect = (id: string) => {
    removals.get(id)?.();
    removals.delete(id);
  };
  const connect = ({ id, url: to, enabled_events: types, status }: WebhookEndpoint) => {
    disconnect(id);
    const secret = secrets.get(id) ?? '';
    if (status === 'enabled') removals.set(id, delivery.addTarget(httpTarget({ id, url: to, secret, types })));
  };
  return [
    route({
      method: 'POST',
      path: '/v1/webhook_endpoints',
      params: shape({ ...fields, url: url(), enabled_events: list(text()), api_version: text().optional() }),
      handle({ params }) {
        const secret = `whsec_${ids.text(32)}`;
        const endpoint = endpoints.insert({
          id: ids.next('we'),
          object: 'webhook_endpoint',
          api_version: params.api_version ?? null,
          application: null,
          created: clock.now(),
          description: params.description ?? null,
          enabled_events: params.enabled_events,
          livemode: false,
          metadata: patchMetadata({}, params.metadata),
          status: 'enabled',
          url: params.url,
        });
        secrets.set(endpoint.id, secret);
        connect(endpoint);
        return { ...endpoint, secret };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/webhook_endpoints',
      params: listOf({}),
      handle: ({ params }) => page(endpoints.newest(), params, '/v1/webhook_endpoints'),
    }),
    route({
      method: 'GET',
      path: '/v1/webhook_endpoints/:id',
      params: shape({}),
      handle: ({ path }) => endpoints.find(idOf(path)),
    }),
    route({
      method: 'POST',
      path: '/v1/webhook_endpoints/:id',
      params: shape({
        ...fields,
        url: url().optional(),
        enabled_events: list(text()).optional(),
        disabled: bool().optional(),
      }),
      handle({ path, params }) {
        const before = endpoints.find(idOf(path));
        const { disabled, metadata: given, ...rest } = params;
        const status = disabled === undefined ? before.status : disabled ? 'disabled' : 'enabled';
        const patch = { ...sent(rest), status, metadata: patchMetadata(before.metadata, given) };
        const after = change(kernel, endpoints, 'webhook_endpoint.updated', before.id, patch);
        connect(after);
        return after;
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/webhook_endpoints/:id',
      params: shape({}),
      handle({ path }) {
        const { id } = endpoints.find(idOf(path));
        endpoints.remove(id);
        disconnect(id);
        return { id, object: 'webhook_endpoint', deleted: true };
      },
    }),
  ];
}
