import type { RequestHandler } from 'express';
import * as z from 'zod/mini';
import { GuildhallError, routes } from 'guildhall/contract';
import type { OperationName, OutputOf } from 'guildhall/contract';
import type { Identity, Operations } from '../operations.js';
import { createBodyReader } from './body.js';
import type { Identify } from './identify.js';
import { idempotencyKeyOf } from './idempotency.js';
import type { RunOnce } from './idempotency.js';
import { readInput } from './input.js';

/** What it takes to serve an operation. */
export interface OperationDeps {
  readonly operations: Operations;
  readonly identify: Identify;
  readonly runOnce: RunOnce;
  /**
   * Checks that an answer holds what its route says and nothing beside it. For tests: it costs as much as the
   * work itself, and what an answer holds does not depend on the day.
   */
  readonly checkOutputs: boolean;
}

const readSmallBody = createBodyReader(100_000);
/** A picture in base64 is as large as a body gets. */
const readLargeBody = createBodyReader(1_000_000);

/** Serves one row of the routes table. */
export function serveOperation(name: OperationName, deps: OperationDeps): RequestHandler {
  const { method, access } = routes[name];
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const readBody = name === 'workspaces.setImage' ? readLargeBody : readSmallBody;
  return async (request, response) => {
    const actor = await deps.identify(request);
    if (!actor && access !== 'public') {
      throw new GuildhallError('unauthenticated', { message: 'Nobody is signed in.' });
    }
    const body = hasBody ? await readBody(request, response) : undefined;
    const input = readInput(name, request, body);
    const work = () => perform(name, deps.operations, actor, input);
    const key = method === 'GET' || !actor ? undefined : idempotencyKeyOf(request);
    const write = key === undefined || !actor ? null : { actorId: actor.userId, key, operation: name, input };
    const output = write ? await deps.runOnce(write, work) : await work();
    if (deps.checkOutputs) checkOutput(name, output);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(output));
  };
}

function perform<N extends OperationName>(name: N, operations: Operations, actor: Identity | null, input: unknown) {
  const handler: (actor: Identity | null, input: never) => Promise<OutputOf<N>> = operations[name];
  return handler(actor, input as never);
}

function checkOutput(name: OperationName, output: unknown): void {
  const wire: unknown = JSON.parse(JSON.stringify(output));
  const parsed = z.safeParse(routes[name].output, wire);
  if (!parsed.success) throw new Error(`${name} answered against its contract`, { cause: parsed.error });
  if (JSON.stringify(sorted(parsed.data)) !== JSON.stringify(sorted(wire))) {
    throw new Error(`${name} answered more than its contract says: ${JSON.stringify(wire)}`);
  }
}

/** The same value with its keys in order, to compare it with another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
