import { createHash } from 'node:crypto';
import { z } from 'zod';
import { expand, toJson } from './expand.js';
import { StripeFailure } from './failure.js';
import { canonicalForm, decodeForm } from './form.js';
import type { Form } from './form.js';
import { createIdempotency } from './idempotency.js';
import { API_VERSION } from './kernel.js';
import type { Family, Kernel } from './kernel.js';
import { authenticate } from './keys.js';
import { list, text } from './params.js';
import { parseParams } from './parse.js';
import { matchPath } from './route.js';
import type { Answer, Route } from './route.js';

/** A request as it came in. */
export interface RawRequest {
  method: string;
  /** Path and query. */
  url: string;
  /** By lower-case name. */
  headers: { [name: string]: string };
  body: string;
}

const expandable = z.object({ expand: list(text()).optional() });

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function toAnswer(error: unknown): Answer {
  if (error instanceof StripeFailure) return json(error.status, error.toBody());
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return json(500, { error: { type: 'api_error', message: `The Stripe simulator failed: ${message}` } });
}

/** A request that was checked to the end, and its answer once it is worked on. */
interface Prepared {
  /** Under which its answer is kept; null when the request has no key. */
  idempotency: { key: string; shown: string; body: string } | null;
  work: () => unknown;
  expand: string[];
}

/** Answers requests to `/v1`. `lose` when the connection is to break instead. */
export type Dispatch = (raw: RawRequest) => Promise<Answer | 'lose'>;

/** Key, route, parameters, idempotency, faults; then the work as one transaction, and expansion. */
export function createDispatch(kernel: Kernel, families: readonly Family[]): Dispatch {
  const routes = families.flatMap((family) => family.routes ?? []);
  const interceptors = families.flatMap((family) => family.intercept ?? []);
  const idempotency = createIdempotency(() => kernel.clock.now());

  function find(method: string, path: string): { route: Route; path: { [name: string]: string } } {
    for (const route of routes) {
      const matched = route.method === method ? matchPath(route.path, path) : null;
      if (matched) return { route, path: matched };
    }
    throw new StripeFailure(`Unrecognized request URL (${method}: ${path}).`, { status: 404 });
  }

  function prepare({ method, headers }: RawRequest, path: string, form: Form): Prepared {
    const key = authenticate(headers['authorization']);
    const found = find(method, path);
    if (key.kind === 'publishable' && !found.route.publishable) {
      const why = 'This API call cannot be made with a publishable API key. Please use a secret API key.';
      throw new StripeFailure(why, { status: 403, code: 'secret_key_required' });
    }
    const { expand: _, ...params } = form;
    const version = headers['stripe-version'] ?? null;
    const work = found.route.prepare({ params, path: found.path, version, key });
    const shown = method === 'POST' ? headers['idempotency-key'] : undefined;
    const body = createHash('sha256').update(canonicalForm(form)).digest('hex');
    return {
      idempotency: shown === undefined ? null : { key: `${key.value} ${shown}`, shown, body },
      expand: parseParams(expandable, form).expand ?? [],
      work,
    };
  }

  /** The work, whole or not at all, with the time that has come. */
  function execute(prepared: Prepared, requestId: string): Answer {
    try {
      kernel.clock.catchUp();
      kernel.origin = { requestId, idempotencyKey: prepared.idempotency?.shown ?? null };
      return kernel.journal.transact(() => json(200, toJson(expand(prepared.work(), prepared.expand, kernel))));
    } catch (error) {
      return toAnswer(error);
    } finally {
      kernel.origin = { requestId: null, idempotencyKey: null };
    }
  }

  async function answer(raw: RawRequest, requestId: string): Promise<Answer | 'lose'> {
    const { pathname, search } = new URL(raw.url, 'http://simulator');
    const prepared = prepare(raw, pathname, decodeForm(raw.body === '' ? search.slice(1) : raw.body));
    const key = prepared.idempotency;
    const earlier = key && idempotency.begin({ ...key, path: pathname });
    if (earlier) return { ...earlier, headers: { ...earlier.headers, 'idempotent-replayed': 'true' } };
    const about = { method: raw.method, path: pathname };
    for (const { before } of interceptors) {
      const instead = await before?.(about);
      if (!instead) continue;
      if (key) idempotency.end(key.key, null);
      return instead;
    }
    let result: Answer | 'lose' = execute(prepared, requestId);
    if (key) idempotency.end(key.key, result);
    for (const { after } of interceptors) {
      if (after && result !== 'lose') result = await after(about, result);
    }
    return result;
  }

  return async (raw) => {
    const requestId = `req_${kernel.ids.text(14)}`;
    const answered = await answer(raw, requestId).catch(toAnswer);
    if (answered === 'lose') return answered;
    const version = raw.headers['stripe-version'] ?? API_VERSION;
    return { ...answered, headers: { ...answered.headers, 'request-id': requestId, 'stripe-version': version } };
  };
}
