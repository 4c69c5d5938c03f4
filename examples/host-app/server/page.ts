import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { RequestHandler } from 'express';
import { secureHeaders } from './http.js';
import { STAND_IN_PATH } from './stripe.js';
import type { ParleyStripe } from './stripe.js';

const CLIENT = fileURLToPath(new URL('../dist', import.meta.url));

/** The page's own origin, and Stripe's: https://docs.stripe.com/security/guide#content-security-policy */
const REAL = {
  'connect-src': "'self' https://api.stripe.com",
  'frame-src': 'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  'script-src': "'self' https://js.stripe.com https://*.js.stripe.com",
};

/** What `vite build` made: its files, and its one page for every address of the app. */
export function builtPage({ keys, simulator }: Pick<ParleyStripe, 'keys' | 'simulator'>): RequestHandler[] {
  if (!existsSync(CLIENT)) throw new Error('Parley has not been built yet. Run `npm run build` in examples/host-app.');
  const html = readFileSync(join(CLIENT, 'index.html'), 'utf8');
  const page = simulator ? html.replace('</title>', `</title><script src="${STAND_IN_PATH}"></script>`) : html;
  const sources = simulator ? { 'connect-src': `'self' ${keys.apiBase}`, 'frame-src': "'self'" } : REAL;
  const files = express.static(CLIENT, { index: false, maxAge: '1h' });
  const answer: RequestHandler = (request, response, next) => {
    if (request.path.startsWith('/assets/')) next();
    else response.set('Cache-Control', 'no-cache').type('html').send(page);
  };
  return [secureHeaders(sources), files, answer];
}
