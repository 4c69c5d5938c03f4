import { z } from 'zod';
import type { Family, Kernel } from '../kernel/kernel.js';
import { shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import { htmlPage } from './html.js';

/** Billing portal sessions, whose page says what it stands for and leads back. */
export function portalFamily(kernel: Kernel): Required<Pick<Family, 'routes' | 'pages'>> {
  const { store, ids, clock } = kernel;
  return {
    routes: [
      route({
        method: 'POST',
        path: '/v1/billing_portal/sessions',
        params: shape({
          customer: text(),
          configuration: text().optional(),
          flow_data: z.unknown().optional(),
          locale: text().optional(),
          return_url: text().optional(),
        }),
        handle({ params }) {
          store.customers.find(params.customer, 'customer');
          const id = ids.next('bps');
          return store.portalSessions.insert({
            id,
            object: 'billing_portal.session',
            configuration: params.configuration ?? 'bpc_simulator',
            created: clock.now(),
            customer: params.customer,
            customer_account: null,
            flow: null,
            livemode: false,
            locale: null,
            on_behalf_of: null,
            return_url: params.return_url ?? null,
            url: `${kernel.baseUrl}/p/session/${id}`,
          });
        },
      }),
    ],
    pages: [
      {
        method: 'GET',
        path: '/p/session/:id',
        handle({ path }) {
          const session = store.portalSessions.get(path['id'] ?? '');
          if (!session) return htmlPage(404, 'No such session', ['This billing portal session does not exist.']);
          const name = store.customers.get(session.customer)?.name ?? session.customer;
          return htmlPage(200, 'Billing portal', [`Here Stripe shows ${name} its bills and cards.`], {
            href: session.return_url,
            label: 'Return',
          });
        },
      },
    ],
  };
}
