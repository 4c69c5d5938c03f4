import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationNames, routes } from 'guildhall/contract';
import type { InputOf, OperationName } from 'guildhall/contract';
import { makeWorld } from '../../../src/testing/makeWorld.js';
import { serveMemory, USER_HEADER } from './support.js';
import type { TestServer } from './support.js';

let server: TestServer;
beforeAll(async () => {
  server = await serveMemory(makeWorld({ members: 3, invitations: 2, billing: 'healthy', entities: 3 }));
});
afterAll(() => server.close());

const W = { workspaceId: 'big' };

/** One good input for each operation. A new route without one does not compile. */
const GOOD: { [N in OperationName]: InputOf<N> } = {
  'workspaces.list': { search: 'x', limit: 3 },
  'workspaces.create': { name: 'New' },
  'workspaces.get': W,
  'workspaces.update': { ...W, name: 'Newer' },
  'workspaces.delete': W,
  'workspaces.setImage': { ...W, image: { contentType: 'image/png', data: 'AAAA' } },
  'workspaces.removeImage': W,
  'members.list': { ...W, search: 'x', role: 'member', sort: 'name', limit: 3 },
  'members.update': { ...W, memberId: 'm', role: 'admin', billingContact: true },
  'members.remove': { ...W, memberIds: ['m'] },
  'members.leave': W,
  'members.transferOwnership': { ...W, memberId: 'm' },
  'invitations.list': { ...W, search: 'x', role: 'member', limit: 3 },
  'invitations.create': { ...W, invitations: [{ email: 'a@b.example', role: 'member' }] },
  'invitations.update': { ...W, invitationId: 'i', role: 'member' },
  'invitations.resend': { ...W, invitationId: 'i' },
  'invitations.revoke': { ...W, invitationId: 'i' },
  'invitations.link': { ...W, invitationId: 'i' },
  'invitations.mine': { limit: 3 },
  'invitations.accept': { invitationId: 'i' },
  'invitations.decline': { invitationId: 'i' },
  'invitations.preview': { token: 't' },
  'billing.catalogue': {},
  'billing.get': W,
  'billing.sync': W,
  'billing.preview': { ...W, planId: 'team', interval: 'month', seats: 3 },
  'billing.subscribe': { ...W, planId: 'team', interval: 'year', seats: 3, quote: 'q' },
  'billing.cancel': W,
  'billing.resume': W,
  'billing.invoices': { ...W, limit: 3 },
  'billing.createSetup': W,
  'billing.setDefaultPaymentMethod': { ...W, paymentMethodId: 'pm' },
  'billing.removePaymentMethod': { ...W, paymentMethodId: 'pm' },
  'billing.updateDetails': { ...W, name: 'Acme Ltd', email: 'bills@acme.example', taxIds: [] },
  'billing.retryPayment': W,
  'billing.openPortal': { ...W, returnPath: '/settings' },
  'entities.list': { ...W, kind: 'chat', search: 'x', creatorId: 'user-1', limit: 3 },
  'entities.counts': W,
  'entities.get': { kind: 'chat', entityId: 'c' },
  'entities.setSharing': { ...W, kind: 'chat', entityId: 'c', sharing: 'public' },
  'activity.list': { ...W, limit: 3 },
};

interface Wire {
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown> | undefined;
}

function wireOf(name: OperationName): Wire {
  const rest: Record<string, unknown> = { ...GOOD[name] };
  const path = routes[name].path.replace(/:(\w+)/g, (_, field: string) => {
    const value = String(rest[field]);
    delete rest[field];
    return value;
  });
  const bodiless = routes[name].method === 'GET' || routes[name].method === 'DELETE';
  const texts = Object.entries(rest).map(([key, value]): [string, string] => [key, String(value)]);
  return bodiless ? { path, query: Object.fromEntries(texts), body: undefined } : { path, query: {}, body: rest };
}

async function send(name: OperationName, { path, query, body }: Wire, raw?: BodyInit, headers: HeadersInit = {}) {
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${server.url}${path}${search && `?${search}`}`, {
    method: routes[name].method,
    headers: { [USER_HEADER]: 'user-1', ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: raw ?? JSON.stringify(body) }),
  });
  return { response, problem: (await response.json()) as Problem };
}

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  details?: { fields: { path: string; message: string }[] };
}

async function expectProblem(sent: ReturnType<typeof send>, status: number, code: string, field?: string) {
  const { response, problem } = await sent;
  expect({ status: response.status, code: problem.code }).toEqual({ status, code });
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(problem).toMatchObject({ type: 'about:blank', title: expect.any(String), status });
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:\d|\bat \w+ \(/);
  if (field !== undefined) expect(problem.details?.fields.map(({ path }) => path)).toContain(field);
  expect(server.errors).toEqual([]);
  return problem;
}

const withBody = operationNames.filter((name) => wireOf(name).body !== undefined);
const withoutBody = operationNames.filter((name) => wireOf(name).body === undefined);
const inPath = operationNames.flatMap((name) =>
  [...routes[name].path.matchAll(/:(\w+)/g)].map(([, field = '']): [OperationName, string] => [name, field]),
);
const inFields = operationNames.flatMap((name) => {
  const { body, query } = wireOf(name);
  return Object.keys(body ?? query).map((field): [OperationName, string] => [name, field]);
});
const paged = operationNames.filter((name) => 'limit' in GOOD[name]);

describe('what is wrong in a body', () => {
  it.each(withBody)('%s refuses what is not JSON, naming the position', async (name) => {
    const { detail } = await expectProblem(send(name, wireOf(name), '{"a": 1, }'), 400, 'validation', '');
    expect(detail).toContain('position 9');
  });

  it.each(withBody)('%s refuses a body that is too large', async (name) => {
    const large = JSON.stringify({ name: 'x'.repeat(1_100_000) });
    await expectProblem(send(name, wireOf(name), large), 413, 'validation', '');
  });

  it.each(withBody)('%s refuses another type of content', async (name) => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ]) {
      const sent = send(name, wireOf(name), undefined, { 'content-type': type });
      await expectProblem(sent, 415, 'validation', 'Content-Type');
    }
    const charset = send(name, wireOf(name), undefined, { 'content-type': 'application/json; charset=latin1' });
    await expectProblem(charset, 415, 'validation', 'Content-Type');
  });

  it.each(withBody)('%s refuses what is no object', async (name) => {
    for (const raw of ['[]', 'null', '1', '"text"']) {
      await expectProblem(send(name, wireOf(name), raw), 422, 'validation', '');
    }
  });

  it.each(withBody)('%s refuses fields it does not know, whatever they are called', async (name) => {
    for (const field of ['surprise', '__proto__', 'constructor', 'actorId']) {
      const raw = JSON.stringify(wireOf(name).body)
        .replace(/\}$/, (end) => `${name && ','}"${field}":"x"${end}`)
        .replace('{,', '{');
      await expectProblem(send(name, wireOf(name), raw), 422, 'validation', field);
    }
  });

  it.each(withBody)(
    '%s refuses in the body what belongs in the path, and in the query what belongs in the body',
    async (name) => {
      const wire = wireOf(name);
      await expectProblem(send(name, { ...wire, query: { name: 'x' } }), 422, 'validation', 'name');
      for (const [, field = ''] of routes[name].path.matchAll(/:(\w+)/g)) {
        await expectProblem(
          send(name, { ...wire, body: { ...wire.body, [field]: 'other' } }),
          422,
          'validation',
          field,
        );
      }
    },
  );
});

describe('what is wrong in a query', () => {
  it.each(withoutBody)('%s refuses fields it does not know', async (name) => {
    const wire = wireOf(name);
    await expectProblem(
      send(name, { ...wire, query: { ...wire.query, surprise: 'x' } }),
      422,
      'validation',
      'surprise',
    );
    await expectProblem(
      send(name, { ...wire, query: { ...wire.query, __proto__x: 'x' } }),
      422,
      'validation',
      '__proto__x',
    );
  });

  it.each(withoutBody)('%s refuses a field that is given twice', async (name) => {
    const { path } = wireOf(name);
    await expectProblem(
      send(name, { path: `${path}?limit=1&limit=2`, query: {}, body: undefined }),
      422,
      'validation',
      'limit',
    );
  });

  it.each(paged)('%s refuses limits that are none', async (name) => {
    const wire = wireOf(name);
    for (const limit of ['0', '-1', '201', '1.5', 'ten', '', 'NaN', '1e9']) {
      await expectProblem(send(name, { ...wire, query: { ...wire.query, limit } }), 422, 'validation', 'limit');
    }
  });

  it.each(paged)('%s refuses a cursor that it did not make', async (name) => {
    const wire = wireOf(name);
    for (const cursor of ['', 'x', 'AAAA', '..', 'e30', 'x'.repeat(1001)]) {
      await expectProblem(send(name, { ...wire, query: { ...wire.query, cursor } }), 422, 'validation', 'cursor');
    }
  });
});

describe('what is wrong in a field', () => {
  it.each(inPath)('%s refuses a %s that is no id', async (name, field) => {
    for (const [value, status] of [
      ['%00', 422],
      ['a%00b', 422],
      ['x'.repeat(201), 422],
      ['%0A', 422],
      ['%E0%A4%A', 400],
    ] as const) {
      const path = routes[name].path.replace(`:${field}`, value).replace(/:\w+/g, 'big');
      await expectProblem(send(name, { ...wireOf(name), path }), status, 'validation', status === 422 ? field : '');
    }
  });

  it.each(inFields)('%s refuses the wrong type in %s', async (name, field) => {
    const wire = wireOf(name);
    if (!wire.body) {
      // A query holds nothing but texts, and any text is a search, and nearly any an id.
      if (!['search', 'creatorId'].includes(field))
        await expectProblem(send(name, { ...wire, query: { [field]: '{}' } }), 422, 'validation', field);
      return;
    }
    // Some fields may be null, or any whole number.
    const isWrong = (value: unknown) => !routes[name].input.safeParse({ ...GOOD[name], [field]: value }).success;
    for (const value of [{}, 7, null].filter(isWrong)) {
      const sent = await expectProblem(
        send(name, { ...wire, body: { ...wire.body, [field]: value } }),
        422,
        'validation',
      );
      expect(sent.details?.fields.some(({ path }) => path === field || path.startsWith(`${field}.`))).toBe(true);
    }
  });

  it.each(inFields)('%s lets no NUL and no half of a character through in %s', async (name, field) => {
    const wire = wireOf(name);
    if (wire.body) {
      const raw = (text: string) => JSON.stringify({ ...wire.body, [field]: text });
      for (const text of ['a\0b', 'a\ud800b']) await expectProblem(send(name, wire, raw(text)), 422, 'validation');
    } else {
      await expectProblem(send(name, { ...wire, query: { ...wire.query, [field]: 'a\0b' } }), 422, 'validation', field);
    }
  });

  it('names a field inside a list by its place', async () => {
    const body = {
      invitations: [
        { email: 'a@b.example', role: 'member' },
        { email: 'a\0', role: 'king', x: 1 },
      ],
    };
    const problem = await expectProblem(
      send('invitations.create', { ...wireOf('invitations.create'), body }),
      422,
      'validation',
    );
    expect(problem.details?.fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['invitations.1.role', 'invitations.1.x']),
    );
  });

  it.each(operationNames.filter((name) => routes[name].method !== 'GET' && routes[name].access !== 'public'))(
    '%s refuses an idempotency key that is none',
    async (name) => {
      for (const key of ['', 'with space', 'x'.repeat(256)]) {
        const sent = send(name, wireOf(name), undefined, { 'idempotency-key': key });
        await expectProblem(sent, 422, 'validation', 'Idempotency-Key');
      }
    },
  );
});

describe('what is wrong with the route', () => {
  it('says which methods a path knows', async () => {
    const response = await fetch(`${server.url}/workspaces/big/members`, {
      method: 'PUT',
      headers: { [USER_HEADER]: 'user-1' },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
    expect(await response.json()).toMatchObject({ code: 'unsupported', status: 405 });
    const options = await fetch(`${server.url}/workspaces/big`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, PATCH, DELETE']);
  });

  it.each(['/', '/nothing', '/workspaces/', '/workspaces/big/members/', '/Workspaces', '/workspaces/a/b/c/d'])(
    'answers %s with not_found',
    async (path) => {
      const response = await fetch(`${server.url}${path}`, { headers: { [USER_HEADER]: 'user-1' } });
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
    },
  );

  it.each(operationNames.filter((name) => routes[name].access !== 'public'))(
    '%s wants somebody signed in',
    async (name) => {
      const { path, body } = wireOf(name);
      const response = await fetch(`${server.url}${path}`, { method: routes[name].method, ...(body && { body: '{' }) });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
    },
  );
});
