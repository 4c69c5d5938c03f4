import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GuildhallError } from 'guildhall/contract';
import type { Operations } from '../../src/operations.js';
import { makeWorld } from '../../../src/testing/makeWorld.js';
import { jsonErrorPosition } from '../../src/http/jsonPosition.js';
import type { EdgeDeps } from '../../src/http/edge.js';
import { serveEdge, serveMemory, USER_HEADER } from './support.js';

const AS_USER = { [USER_HEADER]: 'user-1' };

async function serve(deps: Partial<EdgeDeps>) {
  const server = await serveEdge(deps);
  onTestFinished(() => server.close());
  return server;
}

const answering = (answer: () => Promise<unknown>) => ({ 'workspaces.get': answer }) as unknown as Operations;

describe('what the services throw', () => {
  it('tells an error of the contract with its details and when to come back', async () => {
    const error = new GuildhallError('rate_limited', { message: 'Too many.', retryAfterMs: 1500 });
    const server = await serve({ operations: answering(() => Promise.reject(error)) });
    const response = await fetch(`${server.url}/workspaces/w`, { headers: AS_USER });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await response.json()).toMatchObject({ code: 'rate_limited', detail: 'Too many.', retryAfterMs: 1500 });
    expect(server.errors).toEqual([]);
  });

  it('tells nothing of any other error, but tells the operator', async () => {
    const error = new Error('password=hunter2');
    const server = await serve({ operations: answering(() => Promise.reject(error)) });
    const response = await fetch(`${server.url}/workspaces/w`, { headers: AS_USER });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(server.errors).toEqual([error]);
  });

  it('fails in tests where an answer holds more than its route says', async () => {
    const server = await serveMemory(makeWorld({ members: 1 }), {
      operations: answering(async () => ({ secret: 1 })),
    });
    onTestFinished(() => server.close());
    expect((await fetch(`${server.url}/workspaces/w`, { headers: AS_USER })).status).toBe(500);
  });
});

describe('who asks', () => {
  it('is written down once, and again when sign-in tells something new', async () => {
    const written: unknown[] = [];
    let name = 'Ada';
    const server = await serve({
      authenticate: () => ({ userId: 'u', email: 'u@host.example', emailVerified: true, name }),
      upsertUser: async (identity) => void written.push(identity.name),
      operations: answering(async () => ({})),
      checkOutputs: false,
    });
    const ask = () => fetch(`${server.url}/workspaces/w`);
    await Promise.all([ask(), ask(), ask()]);
    name = 'Ada L.';
    await ask();
    expect(written).toEqual(['Ada', 'Ada L.']);
    server.edge.forgetUser('u');
    await ask();
    expect(written).toHaveLength(3);
  });

  it('is asked for again after writing it down failed', async () => {
    let fail = true;
    const server = await serve({
      upsertUser: async () => {
        if (fail) throw new Error('no database');
      },
      operations: answering(async () => ({})),
      checkOutputs: false,
    });
    const ask = async () => (await fetch(`${server.url}/workspaces/w`, { headers: AS_USER })).status;
    expect(await ask()).toBe(500);
    fail = false;
    expect(await ask()).toBe(200);
  });
});

describe('idempotency keys', () => {
  it('have their effect once', async () => {
    const server = await serveMemory(makeWorld({ members: 1 }));
    onTestFinished(() => server.close());
    const create = async (name: string) => {
      const response = await fetch(`${server.url}/workspaces`, {
        method: 'POST',
        headers: { ...AS_USER, 'content-type': 'application/json', 'idempotency-key': 'k' },
        body: JSON.stringify({ name }),
      });
      return (await response.json()) as { id?: string; details?: unknown };
    };
    const first = await create('One');
    expect(await create('One')).toEqual(first);
    expect((await create('Two')).details).toEqual({ reason: 'idempotency_key_reused' });
  });
});

describe('inside a host app', () => {
  it('takes bodies that the host has parsed already', async () => {
    const server = await serveEdge(
      {
        operations: { 'workspaces.create': async (_: unknown, input: unknown) => input } as unknown as Operations,
        checkOutputs: false,
      },
      (app) => app.use(express.json()).set('query parser', 'extended'),
    );
    onTestFinished(() => server.close());
    const headers = { ...AS_USER, 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/workspaces`, { method: 'POST', headers, body: '{"name":" One "}' });
    expect(await response.json()).toEqual({ name: 'One' });
  });

  it('begins nothing new while it closes', async () => {
    const server = await serve({ operations: answering(async () => ({})) });
    server.edge.close();
    for (const path of ['/workspaces/w', '/events']) {
      const response = await fetch(`${server.url}${path}`, { headers: AS_USER });
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await response.json()).toMatchObject({ code: 'unavailable', details: { reason: 'shutting_down' } });
    }
  });
});

it.each([
  ['{"a":x}', 5],
  ['{"a":1,}', 7],
  ['[1,2', 4],
  ['{"a" 1}', 5],
  ['{"text":"never closed}', 22],
  ['nope', 1],
  ['', 0],
])('finds where %s stops being JSON', (text, position) => {
  expect(jsonErrorPosition(text)).toBe(position);
});
