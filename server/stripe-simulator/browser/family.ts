import type { Family, Kernel } from '../kernel/kernel.js';
import { stripeJsScript } from './script.js';

/** Stripe.js, or what stands in for it, where the real one is at https://js.stripe.com. */
export function browserFamily(kernel: Kernel): Family {
  const serve = (path: string) => ({
    method: 'GET' as const,
    path,
    handle: async () => ({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
      body: await stripeJsScript({ apiBase: kernel.baseUrl }),
    }),
  });
  return { pages: [serve('/v3/stripe.js'), serve('/endive/stripe.js')] };
}
