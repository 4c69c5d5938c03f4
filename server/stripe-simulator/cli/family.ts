import { z } from 'zod';
import { API_VERSION } from '../kernel/kernel.js';
import type { Family, Kernel } from '../kernel/kernel.js';
import { route } from '../kernel/route.js';
import { createListeners, LISTEN_PATH, secretOf } from './listeners.js';

const RECONNECT_SECONDS = 60;

/** What the Stripe CLI asks for beside Stripe's API: a session, over which `stripe listen` hears of events. */
export function cliFamily(kernel: Kernel): Family {
  const listeners = createListeners(kernel);
  return {
    routes: [
      route({
        method: 'POST',
        path: '/v1/stripecli/sessions',
        // The CLI's own business: its device's name and the features it knows.
        params: z.looseObject({}),
        handle({ key }) {
          const id = kernel.ids.next('cliws');
          const secret = secretOf(key.value);
          listeners.open(id, secret);
          return {
            default_version: API_VERSION,
            latest_version: API_VERSION,
            reconnect_delay: RECONNECT_SECONDS,
            secret,
            websocket_authorized_feature: 'webhooks',
            websocket_id: id,
            websocket_url: `${kernel.baseUrl.replace('http', 'ws')}${LISTEN_PATH}/${id}`,
          };
        },
      }),
    ],
    upgrade: listeners.upgrade,
    close: listeners.close,
  };
}
