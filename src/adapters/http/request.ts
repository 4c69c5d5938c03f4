import * as z from 'zod/mini';
import { GuildhallError, id, isGuildhallError, routes } from '../../contract/index.js';
import type { Call, InputOf, OperationName, OutputOf } from '../../contract/index.js';
import { errorFromResponse } from './problem.js';
import { randomId } from './randomId.js';
import { limitTime } from './timeLimit.js';

/** How requests leave: what every operation and the stream share. */
export interface Transport {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly headers: () => HeadersInit | Promise<HeadersInit>;
  /** Milliseconds that an answer may take. */
  readonly timeoutMs: number;
}

/** Sends one operation by its row of the routes table, and checks what comes back. */
export async function sendOperation<N extends OperationName>(
  transport: Transport,
  name: N,
  input: InputOf<N>,
  call: Call = {},
): Promise<OutputOf<N>> {
  const body = await exchange(transport, name, input, call);
  const parsed = z.safeParse(routes[name].output, body);
  if (parsed.success) return parsed.data as OutputOf<N>;
  throw new GuildhallError('internal', {
    message: `${name} was answered with something else than its contract says. Are client and server of one version?`,
    cause: parsed.error,
  });
}

async function exchange(transport: Transport, name: OperationName, input: object, call: Call): Promise<unknown> {
  const { path, rest } = fillPath(name, input);
  const time = limitTime(call.signal, transport.timeoutMs);
  try {
    const request = await requestOf(transport, name, path, rest, call, time.signal);
    time.signal.throwIfAborted();
    const response = await transport.fetch(...request);
    if (!response.ok) throw await errorFromResponse(response);
    return await response.json();
  } catch (cause) {
    if (call.signal?.aborted) throw call.signal.reason;
    if (isGuildhallError(cause)) throw cause;
    const reason = time.expired() ? 'timeout' : 'network';
    throw new GuildhallError('unavailable', {
      message: `${name} was not answered (${reason}).`,
      details: { reason },
      cause,
    });
  } finally {
    time.stop();
  }
}

async function requestOf(
  transport: Transport,
  name: OperationName,
  path: string,
  rest: Readonly<Record<string, unknown>>,
  call: Call,
  signal: AbortSignal,
): Promise<[url: string, init: RequestInit]> {
  const { method, access } = routes[name];
  const bodiless = method === 'GET' || method === 'DELETE';
  const headers = new Headers(await transport.headers());
  headers.set('accept', 'application/json');
  if (!bodiless) headers.set('content-type', 'application/json');
  if (method !== 'GET' && access !== 'public') headers.set('idempotency-key', call.idempotencyKey ?? randomId());
  const url = `${transport.baseUrl}${path}${bodiless ? queryOf(rest) : ''}`;
  const body = bodiless ? {} : { body: JSON.stringify(rest) };
  return [url, { method, headers, credentials: 'include', signal, ...body }];
}

/** Puts an input's fields where the path names them, and tells what is left. */
function fillPath(name: OperationName, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input };
  const path = routes[name].path.replace(/:(\w+)/g, (_, field: string) => {
    const parsed = z.safeParse(id, rest[field]);
    if (!parsed.success) {
      // Such a value would lead the path to another route: it must not even be sent.
      const fields = [{ path: field, message: parsed.error.issues[0]?.message ?? 'must be an id' }];
      throw new GuildhallError('validation', { message: `${name}: ${field} is not an id.`, details: { fields } });
    }
    delete rest[field];
    return encodeURIComponent(parsed.data);
  });
  return { path, rest };
}

function queryOf(fields: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
