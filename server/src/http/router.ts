import { Router } from 'express';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { GuildhallError, operationNames, routes } from 'guildhall/contract';
import { answerCors, checkOrigin } from './origin.js';
import { serveOperation } from './operation.js';
import type { OperationDeps } from './operation.js';
import { HttpProblem, sendProblem, toProblem } from './problem.js';

/** What the router is made of. */
export interface RouterDeps extends OperationDeps {
  /** Origins whose pages may read and write. */
  readonly trusted: ReadonlySet<string>;
  /** Routes beside the table: the stream, pictures, health, the outbox. */
  readonly extras: readonly Router[];
  /** Routes for other servers, which no browser's request is mistaken for. */
  readonly webhooks: readonly Router[];
  /** Whether the server is going down: nothing new is begun then. */
  readonly isClosing: () => boolean;
  /** Told of every error that is not the client's. */
  readonly onError: (error: unknown) => void;
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The routes table as an Express router, and what stands beside it. All failures are problem+json. */
export function createRouter(deps: RouterDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((_request, response, next) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    next();
  });
  for (const webhook of deps.webhooks) router.use(webhook);
  router.use((request, response, next) => {
    if (answerCors(request, response, deps.trusted)) return;
    checkOrigin(request, deps.trusted);
    next();
  });
  for (const extra of deps.extras) router.use(extra);
  router.use((_request, _response, next) => {
    if (!deps.isClosing()) return next();
    const details = { reason: 'shutting_down' } as const;
    throw new GuildhallError('unavailable', { message: 'The server is restarting.', details, retryAfterMs: 1000 });
  });
  for (const name of operationNames) {
    const { method, path } = routes[name];
    router[VERBS[method]](path, serveOperation(name, deps));
  }
  for (const [path, methods] of methodsByPath()) router.all(path, refuseMethod(methods));
  router.use((request) => {
    const message = `There is no ${request.method} ${request.path} here.`;
    throw new GuildhallError('not_found', { message });
  });
  router.use(answerError(deps.onError));
  return router;
}

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

function methodsByPath(): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const name of operationNames) {
    const { method, path } = routes[name];
    byPath.set(path, [...(byPath.get(path) ?? []), method]);
  }
  return byPath;
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allow = methods.join(', ');
  return (request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { Allow: allow }).end();
      return;
    }
    const error = new GuildhallError('unsupported', {
      message: `${request.method} is not for this path; ${allow} is.`,
    });
    throw new HttpProblem(405, error, { Allow: allow });
  };
}

/** Express knows an error handler by its four parameters. */
function answerError(onError: (error: unknown) => void): ErrorRequestHandler {
  return (thrown, _request, response, _next) => {
    const problem = toProblem(thrown);
    if (problem.error.code === 'internal') onError(thrown);
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem);
  };
}
