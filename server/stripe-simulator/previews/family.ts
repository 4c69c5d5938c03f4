import type { Family, Kernel } from '../kernel/kernel.js';
import { route } from '../kernel/route.js';
import { preview } from './params.js';
import { createPreview } from './preview.js';

/** `/v1/invoices/create_preview`. */
export function previewsFamily(kernel: Kernel): Family {
  return {
    routes: [
      route({
        method: 'POST',
        path: '/v1/invoices/create_preview',
        params: preview,
        handle: ({ params }) => createPreview(kernel, params),
      }),
    ],
  };
}
