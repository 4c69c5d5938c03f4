import express, { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { UnacceptableEvent } from '../billing/webhooks/receive.js';
import type { ReceiveEvent } from '../billing/webhooks/receive.js';
import { badRequest } from './problem.js';

/** Stripe's largest events are far smaller. */
const LIMIT = 1_000_000;

/**
 * `POST /webhooks/stripe`. It stands outside the checks of browsers' requests: what counts is the signature, which is
 * of the very bytes that were sent.
 */
export function webhooksRouter(receive: ReceiveEvent): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.post('/webhooks/stripe', express.raw({ type: () => true, limit: LIMIT }), handle(receive));
  return router;
}

function handle(receive: ReceiveEvent): RequestHandler {
  return async (request, response) => {
    try {
      await receive(bytesOf(request), request.get('stripe-signature'));
    } catch (error) {
      if (error instanceof UnacceptableEvent) throw badRequest(400, '', error.message);
      throw error;
    }
    response.statusCode = 200;
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end('{"received":true}');
  };
}

function bytesOf({ body }: Request): Buffer {
  if (Buffer.isBuffer(body)) return body;
  // Nothing was sent; or the host's own middleware has read it, and the bytes that were signed are gone.
  if (body === undefined) return Buffer.alloc(0);
  throw new Error(
    'The body of Stripe’s webhook was parsed before Guildhall saw it, so its signature cannot be checked: mount guildhall.router before express.json().',
  );
}
