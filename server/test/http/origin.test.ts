import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationNames, routes } from 'guildhall/contract';
import { request as httpRequest } from 'node:http';
import { makeWorld } from '../../../src/testing/makeWorld.js';
import { PUBLIC_URL, serveMemory, USER_HEADER } from './support.js';
import type { TestServer } from './support.js';

const FRIEND = 'https://friend.example';
const FOE = 'https://foe.example';
let server: TestServer;
beforeAll(async () => {
  server = await serveMemory(makeWorld({ members: 3 }), { allowedOrigins: [FRIEND] });
});
afterAll(() => server.close());

/** Sends exactly these headers: `fetch` would set some of its own. */
function send(method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: Record<string, unknown>; problem: { details?: { reason?: string } } }>(
    (resolve, reject) => {
      const request = httpRequest(
        `${server.url}${path}`,
        { method, headers: { [USER_HEADER]: 'user-1', ...headers } },
        (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              problem: body ? JSON.parse(body) : {},
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(method === 'GET' || method === 'DELETE' || method === 'OPTIONS' ? undefined : '{}');
    },
  );
}

const COOKIE = { cookie: 'session=1' };
const site = (value: string) => ({ 'sec-fetch-site': value });
const origin = (value: string) => ({ origin: value });

const PASS: [string, Record<string, string>][] = [
  ['the same origin, by Fetch-Metadata', { ...COOKIE, ...site('same-origin'), ...origin(PUBLIC_URL) }],
  [
    'the same origin, where its own name is not the public one',
    { ...COOKIE, ...site('same-origin'), ...origin('http://localhost:3000') },
  ],
  ['the public origin, from a browser without Fetch-Metadata', { ...COOKIE, ...origin(PUBLIC_URL) }],
  ['an allowed origin', { ...COOKIE, ...site('cross-site'), ...origin(FRIEND) }],
  ['no browser at all, and no cookie', {}],
];
const REFUSED: [string, Record<string, string>][] = [
  ['another site', { ...COOKIE, ...site('cross-site'), ...origin(FOE) }],
  ['another site, without a cookie', { ...site('cross-site'), ...origin(FOE) }],
  ['another site, from a browser without Fetch-Metadata', { ...COOKIE, ...origin(FOE) }],
  ['a sister site', { ...COOKIE, ...site('same-site'), ...origin('https://evil.host.example') }],
  ['an origin that only begins like ours', { ...COOKIE, ...origin(`${PUBLIC_URL}.foe.example`) }],
  ['our host over plain http', { ...COOKIE, ...origin('http://host.example') }],
  ['a page without an origin, such as a sandboxed frame', { ...COOKIE, ...origin('null') }],
  ['a link or a bookmark', { ...COOKIE, ...site('none') }],
  ['Fetch-Metadata that says cross-site and no origin', { ...COOKIE, ...site('cross-site') }],
  ['cookies without a word where they come from', { ...COOKIE }],
];
const writes = operationNames.filter((name) => routes[name].method !== 'GET');
const reads = operationNames.filter((name) => routes[name].method === 'GET');
/** Paths to nothing that exists: whoever passes this check gets some other refusal, or nothing to do. */
const pathOf = (name: (typeof operationNames)[number]) => routes[name].path.replace(/:\w+/g, 'none');

describe.each(writes)('%s', (name) => {
  it.each(PASS)('may be asked for by %s', async (_, headers) => {
    const { problem } = await send(routes[name].method, pathOf(name), {
      'content-type': 'application/json',
      ...headers,
    });
    expect(problem.details?.reason).not.toBe('cross_origin');
  });

  it.each(REFUSED)('is refused to %s', async (_, headers) => {
    const sent = await send(routes[name].method, pathOf(name), { 'content-type': 'application/json', ...headers });
    expect([sent.status, sent.problem.details?.reason]).toEqual([403, 'cross_origin']);
  });

  it('cannot be asked for by a form', async () => {
    if (routes[name].method !== 'POST') return;
    const sent = await send('POST', pathOf(name), { 'content-type': 'text/plain' });
    expect(sent.status).toBe(415);
  });
});

describe('reading', () => {
  it.each(reads)('%s does not ask where a request comes from', async (name) => {
    const { problem } = await send('GET', pathOf(name), { ...COOKIE, ...site('cross-site'), ...origin(FOE) });
    expect(problem.details?.reason).not.toBe('cross_origin');
  });

  it('lets pages of trusted origins read across origins, and no others', async () => {
    const friend = await send('GET', '/workspaces', origin(FRIEND));
    expect(friend.headers).toMatchObject({
      'access-control-allow-origin': FRIEND,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    });
    const foe = await send('GET', '/workspaces', origin(FOE));
    expect(foe.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('answers the preflight of trusted origins alone', async () => {
    const ask = { 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'content-type' };
    const friend = await send('OPTIONS', '/workspaces/big', { ...origin(FRIEND), ...ask });
    expect([friend.status, friend.headers['access-control-allow-methods']]).toEqual([
      204,
      'GET, POST, PUT, PATCH, DELETE',
    ]);
    const foe = await send('OPTIONS', '/workspaces/big', { ...origin(FOE), ...ask });
    expect(foe.headers['access-control-allow-methods']).toBeUndefined();
  });

  it('sends headers that keep answers to themselves', async () => {
    const { headers } = await send('GET', '/workspaces', {});
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
});
