import { Router } from 'express';
import type { Response } from 'express';

/** How a process is doing. */
export interface Health {
  /** Whether it is to get requests: the database answers, and it is not going down. */
  readonly ready: boolean;
  /** Why not, in a few words, for the operator. */
  readonly reason?: string;
}

/** Asks for a {@link Health}. */
export type CheckHealth = () => Promise<Health>;

const PATIENCE_MS = 2_000;

/** Makes a check that never takes longer than two seconds, and never rejects. */
export function createHealthCheck(askDatabase: () => Promise<unknown>, isClosing: () => boolean): CheckHealth {
  return async () => {
    if (isClosing()) return { ready: false, reason: 'shutting down' };
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<Health>((resolve) => {
      timer = setTimeout(() => resolve({ ready: false, reason: 'the database does not answer' }), PATIENCE_MS);
    });
    const answered = askDatabase().then(
      (): Health => ({ ready: true }),
      (): Health => ({ ready: false, reason: 'the database refuses' }),
    );
    return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
  };
}

/** `GET /healthz`: the process runs. `GET /readyz`: it can serve. Both for load balancers: open to all, telling nothing. */
export function healthRouter(check: CheckHealth): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/healthz', (_request, response) => answer(response, 200, { status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const { ready, reason } = await check();
    answer(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable', reason });
  });
  return router;
}

function answer(response: Response, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
