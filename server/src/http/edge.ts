import type { Router } from 'express';
import { createConnections } from '../events/connections.js';
import { createHub } from '../events/hub.js';
import type { Hub } from '../events/hub.js';
import type { EventLog } from '../events/log.js';
import type { Identity, Operations } from '../operations.js';
import type { GuildhallOptions } from '../options.js';
import { eventStreamRouter } from './eventStream.js';
import { createIdentify } from './identify.js';
import type { RunOnce } from './idempotency.js';
import { trustedOrigins } from './origin.js';
import { createRouter } from './router.js';

/** What stands behind the edge. */
export interface EdgeDeps extends Pick<GuildhallOptions, 'authenticate' | 'publicUrl' | 'allowedOrigins'> {
  readonly operations: Operations;
  readonly upsertUser: (identity: Identity) => Promise<unknown>;
  readonly runOnce: RunOnce;
  readonly log: EventLog;
  readonly onError: (error: unknown) => void;
  /** Routes beside the table and the stream. @default [] */
  readonly extras?: readonly Router[] | undefined;
  /** See `RouterDeps`. @default [] */
  readonly webhooks?: readonly Router[] | undefined;
  /** See `OperationDeps`. @default false */
  readonly checkOutputs?: boolean | undefined;
  /** See `EventStreamDeps`. @default 20000 */
  readonly stallMs?: number | undefined;
  /** Milliseconds between signs of life on an idle stream. @default 20000 */
  readonly beatMs?: number | undefined;
  /** See `LimitOptions`. @default 20 */
  readonly streamsPerUser?: number | undefined;
}

/** Everything between the network and the operations. */
export interface Edge {
  readonly router: Router;
  readonly hub: Hub;
  /** How many streams are open here. */
  readonly streamCount: () => number;
  /** Makes the next request of this person tell the services about them again. */
  readonly forgetUser: (userId: string) => void;
  /** Begins nothing new, and sends all streams' clients away to come back. */
  readonly close: () => void;
}

/** Puts the edge together. */
export function createEdge(deps: EdgeDeps): Edge {
  let closing = false;
  const isClosing = () => closing;
  const { onError } = deps;
  const identify = createIdentify(deps.authenticate, deps.upsertUser);
  const hub = createHub({ log: deps.log, onError });
  const connections = createConnections(deps);
  const streams = eventStreamRouter({
    identify,
    hub,
    log: deps.log,
    connections,
    isClosing,
    onError,
    stallMs: deps.stallMs,
  });
  const router = createRouter({
    operations: deps.operations,
    identify,
    runOnce: deps.runOnce,
    checkOutputs: deps.checkOutputs ?? false,
    trusted: trustedOrigins(deps.publicUrl, deps.allowedOrigins),
    extras: [...(deps.extras ?? []), streams],
    webhooks: deps.webhooks ?? [],
    isClosing,
    onError,
  });
  return {
    router,
    hub,
    streamCount: () => connections.size,
    forgetUser: identify.forget,
    close: () => {
      closing = true;
      connections.close();
      hub.close();
    },
  };
}
