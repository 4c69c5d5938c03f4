import { GuildhallError, isGuildhallError, isId } from '../../contract/index.js';
import type { Call, InputOf, OperationName, OutputOf } from '../../contract/index.js';
import type { Route, Row, Rows } from './checks.js';
import { atOnce, later } from './compiled/index.js';
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
  const time = limitTime(call.signal, transport.timeoutMs);
  try {
    const route = atOnce[name] ?? (await rowOf(name)).row;
    const request = await requestOf(transport, name, route, input, call, time.signal);
    time.signal.throwIfAborted();
    const [response, { row, read }] = await Promise.all([transport.fetch(...request), rowOf(name)]);
    if (!response.ok) throw await (await import('./problem.js')).errorFromResponse(response);
    return read(name, row, await response.json()) as OutputOf<N>;
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

/** An operation's row of the table, loaded with the first call of its group, and what reads its answer. */
async function rowOf(name: OperationName): Promise<{ row: Row; read: Rows['read'] }> {
  const group = await later[name in atOnce ? 'first' : (name.split('.')[0] ?? '')]?.();
  const row = group?.rows[name];
  if (group && row) return { row, read: group.read };
  throw new GuildhallError('unsupported', { message: `This version of Guildhall has no ${name}.` });
}

async function requestOf(
  transport: Transport,
  name: OperationName,
  [method, route, , keyless]: Route,
  input: object,
  call: Call,
  signal: AbortSignal,
): Promise<[url: string, init: RequestInit]> {
  const { path, rest } = fillPath(name, route, input);
  const bodiless = method === 'GET' || method === 'DELETE';
  const headers = new Headers(await transport.headers());
  headers.set('accept', 'application/json');
  if (!bodiless) headers.set('content-type', 'application/json');
  if (method !== 'GET' && !keyless) headers.set('idempotency-key', call.idempotencyKey ?? randomId());
  const url = `${transport.baseUrl}${path}${bodiless ? queryOf(rest) : ''}`;
  const body = bodiless ? {} : { body: JSON.stringify(rest) };
  return [url, { method, headers, credentials: 'include', signal, ...body }];
}

/** Puts an input's fields where the path names them, and tells what is left. */
function fillPath(name: OperationName, route: string, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input };
  const path = route.replace(/:(\w+)/g, (_, field: string) => {
    const id = rest[field];
    if (!isId(id)) {
      // Such a value would lead the path to another route: it must not even be sent.
      const fields = [{ path: field, message: 'must be an id' }];
      throw new GuildhallError('validation', { message: `${name}: ${field} is not an id.`, details: { fields } });
    }
    delete rest[field];
    return encodeURIComponent(id);
  });
  return { path, rest };
}

function queryOf(fields: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}
