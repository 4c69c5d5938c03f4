import type { MakeFamily } from '../kernel/kernel.js';
import { deliveryOf } from './delivery.js';
import type { Target } from './delivery.js';

const PATIENCE_MILLISECONDS = 10_000;

/** Whether an endpoint that asked for these types wants this one. `*` stands for all. */
const wantsType = (types: readonly string[], type: string): boolean =>
  types.some((wanted) => wanted === type || wanted === '*');

/** An endpoint over HTTP. */
export function httpTarget(options: { id: string; url: string; secret: string; types: readonly string[] }): Target {
  const { id, url, secret, types } = options;
  return {
    id,
    label: url,
    secret,
    wants: (type) => wantsType(types, type),
    async send({ payload, signature }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      });
      await response.arrayBuffer();
      return response.ok;
    },
  };
}

/**
 * A family that sends every event to one endpoint, after a reset too: for whoever starts the simulator and the endpoint.
 *
 * @example createSimulator({ families: [webhooksTo({ url: `${app}/webhooks/stripe`, secret: 'whsec_demo' })] })
 */
export function webhooksTo({ url, secret }: { url: string; secret: string }): MakeFamily {
  return (kernel) => {
    deliveryOf(kernel).addTarget(httpTarget({ id: 'we_given', url, secret, types: ['*'] }));
    return {};
  };
}
