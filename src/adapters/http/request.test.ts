import { describe, expect, it } from 'vitest';
import type { GuildhallAdapter } from '../../contract/index.js';
import { createHttpAdapter } from './createHttpAdapter.js';
import type { HttpAdapterOptions } from './createHttpAdapter.js';

interface Sent {
  url: string;
  init: RequestInit;
  headers: Headers;
}

/** An adapter whose requests are answered by `answer`, and what it sent. */
function adapterOn(answer: (sent: Sent) => Response | Promise<Response>, options: Partial<HttpAdapterOptions> = {}) {
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    const request = { url: String(url), init, headers: new Headers(init.headers) };
    sent.push(request);
    return answer(request);
  };
  return { adapter: createHttpAdapter({ baseUrl: '/api/', fetch, ...options }), sent };
}

const json = (body: unknown, status = 200, headers: HeadersInit = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (body: object, status: number, headers: HeadersInit = {}) =>
  json(body, status, { 'content-type': 'application/problem+json', ...headers });
const emptyPage = { items: [], nextCursor: null, seq: 3 };

const remove = ({ members }: GuildhallAdapter, key?: string) =>
  members.remove?.({ workspaceId: 'w', memberIds: ['m'] }, key === undefined ? {} : { idempotencyKey: key });

describe('a request', () => {
  it('puts ids into the path and the rest into the query', async () => {
    const { adapter, sent } = adapterOn(() => json(emptyPage));
    await adapter.members.list({ workspaceId: 'a/b?c', search: 'ä&b', limit: 10, role: undefined });
    expect(sent[0]?.url).toBe('/api/workspaces/a%2Fb%3Fc/members?search=%C3%A4%26b&limit=10');
    expect(sent[0]?.init).toMatchObject({ method: 'GET', credentials: 'include' });
  });

  it('sends the rest of a write as JSON, with a key of its own or the one given', async () => {
    const { adapter, sent } = adapterOn(() => json({ outcomes: [] }));
    await remove(adapter);
    await remove(adapter);
    await remove(adapter, 'mine');
    expect(sent[0]).toMatchObject({
      url: '/api/workspaces/w/members/remove',
      init: { method: 'POST', body: '{"memberIds":["m"]}' },
    });
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('mine');
  });

  it('carries the headers of the moment', async () => {
    let token = 0;
    const headers = () => ({ authorization: `Bearer ${(token += 1)}` });
    const { adapter, sent } = adapterOn(() => json(emptyPage), { headers });
    await adapter.workspaces.list({});
    await adapter.workspaces.list({});
    expect(sent.map((one) => one.headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2']);
  });

  it.each(['.', '..', '', 'a\0', '\ud800'])(
    'never leaves with the id %j, which would lead somewhere else',
    async (odd) => {
      const { adapter, sent } = adapterOn(() => json({}));
      const revoking = adapter.invitations?.revoke?.({ workspaceId: 'w', invitationId: odd });
      await expect(revoking).rejects.toMatchObject({
        code: 'validation',
        details: { fields: [{ path: 'invitationId' }] },
      });
      expect(sent).toEqual([]);
    },
  );
});

describe('what is not there', () => {
  it('is absent where the host leaves it out', () => {
    const features = { invitations: false, billing: false, entities: false, activity: false, live: false };
    const { adapter } = adapterOn(() => json({}), { features });
    expect(Object.keys(adapter).toSorted()).toEqual(['id', 'members', 'supports', 'workspaces']);
  });
});

describe('an answer', () => {
  const list = (answer: () => Response | Promise<Response>, options?: Partial<HttpAdapterOptions>) =>
    adapterOn(answer, options).adapter.workspaces.list({});

  it('that is a problem becomes its error', async () => {
    const body = { code: 'conflict', detail: 'No.', details: { reason: 'last_owner' }, retryAfterMs: 5 };
    await expect(list(() => problem(body, 409))).rejects.toMatchObject({
      name: 'GuildhallError',
      code: 'conflict',
      message: 'No.',
      details: { reason: 'last_owner' },
      retryAfterMs: 5,
    });
  });

  it('says when to come back in a header, too', async () => {
    await expect(list(() => problem({ code: 'rate_limited' }, 429, { 'retry-after': '7' }))).rejects.toMatchObject({
      retryAfterMs: 7000,
    });
    const date = new Date(Date.now() + 60_000).toUTCString();
    const error = await list(() => new Response('', { status: 503, headers: { 'retry-after': date } })).catch(
      (thrown) => thrown,
    );
    expect(error.code).toBe('unavailable');
    expect(error.retryAfterMs).toBeGreaterThan(50_000);
  });

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'internal'],
    [429, 'rate_limited'],
    [500, 'internal'],
    [502, 'unavailable'],
    [504, 'unavailable'],
  ])('of a proxy with status %i is %s', async (status, code) => {
    await expect(list(() => new Response('<html>', { status }))).rejects.toMatchObject({ code });
    await expect(list(() => problem({ code: 'made_up' }, status))).rejects.toMatchObject({ code });
    await expect(list(() => problem({ code: 'toString' }, status))).rejects.toMatchObject({ code });
  });

  it('that breaks the contract is internal, and extra fields are not passed on', async () => {
    await expect(list(() => json({ items: 'none' }))).rejects.toMatchObject({ code: 'internal' });
    expect(await list(() => json({ ...emptyPage, more: 1 }))).toEqual(emptyPage);
  });

  it('that breaks the contract says where', async () => {
    const broken = () => json({ ...emptyPage, items: [{ id: 7 }] });
    await expect(list(broken)).rejects.toThrow(/workspaces\.list was answered .* at items\.0\.id\b/);
  });

  it('that is checked by what is loaded with the first call of its group is as strict', async () => {
    const { adapter } = adapterOn(() => json({ outcomes: [{ status: 'removed', memberId: 'm' }] }));
    await expect(remove(adapter)).rejects.toThrow('outcomes.0.revokedInvitations');
  });

  it('that never comes is unavailable', async () => {
    const failed = () => Promise.reject(new TypeError('fetch failed'));
    await expect(list(failed)).rejects.toMatchObject({ code: 'unavailable', details: { reason: 'network' } });
  });
});

describe('giving up', () => {
  const never = ({ init }: Sent) =>
    new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

  it('after the time that an answer may take', async () => {
    const { adapter } = adapterOn(never, { timeoutMs: 20 });
    await expect(adapter.workspaces.list({})).rejects.toMatchObject({
      code: 'unavailable',
      details: { reason: 'timeout' },
    });
  });

  it('when the caller does, whose reason passes through untouched', async () => {
    const { adapter } = adapterOn(never);
    const controller = new AbortController();
    const reason = { mine: true };
    const listing = adapter.workspaces.list({}, { signal: controller.signal });
    controller.abort(reason);
    await expect(listing).rejects.toBe(reason);
    await expect(adapter.workspaces.list({}, { signal: controller.signal })).rejects.toBe(reason);
  });
});
