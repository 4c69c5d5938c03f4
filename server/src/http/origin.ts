import type { Request, Response } from 'express';
import { GuildhallError } from 'guildhall/contract';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origins whose pages may write: the host's own, and those it lists. */
export function trustedOrigins(publicUrl: string, allowed: readonly string[] = []): ReadonlySet<string> {
  return new Set([publicUrl, ...allowed].map((url) => new URL(url).origin));
}

/**
 * Refuses a write that another site's page may have caused with this person's cookies. Browsers say where a
 * request comes from, in Fetch-Metadata or at least in Origin, and pages cannot forge either. A request with
 * neither is no browser's of this decade: it may write as long as it brings no cookie that somebody could
 * have planted it for.
 *
 * @throws GuildhallError `forbidden` with `cross_origin`.
 */
export function checkOrigin(request: Request, trusted: ReadonlySet<string>): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { origin, cookie } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && trusted.has(origin)) return;
  if (site === 'same-origin') return;
  if (site === undefined && origin === undefined && cookie === undefined) return;
  throw new GuildhallError('forbidden', {
    message: `A page of ${origin ?? 'an unnamed origin'} may not write here. Add its origin to allowedOrigins if it should.`,
    details: { reason: 'cross_origin' },
  });
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
  'Access-Control-Max-Age': '600',
};

/** Lets pages of the trusted origins read what is answered, also across origins. True where that was all that was asked. */
export function answerCors(request: Request, response: Response, trusted: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  response.vary('Origin');
  if (origin === undefined || !trusted.has(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
  response.writeHead(204, PREFLIGHT).end();
  return true;
}
