import { MEMBER_SORTS } from '../../contract/index.js';
import type { GuildhallAdapter, Operation, OperationName, Supports } from '../../contract/index.js';
import { methods } from './compiled/index.js';
import { sendOperation } from './request.js';
import type { Transport } from './request.js';
import { subscribeLater } from './subscribeLater.js';

type GroupName = OperationName extends infer N ? (N extends `${infer G}.${string}` ? G : never) : never;
type Always = 'workspaces' | 'members';
type Groups = Pick<AllGroups, Always> & Partial<Omit<AllGroups, Always>>;
type AllGroups = {
  [G in GroupName]: { [N in OperationName as N extends `${G}.${infer M}` ? M : never]: Operation<N> };
};

/** The optional parts of the server that this app uses. */
export interface HttpAdapterFeatures {
  /** @default true */
  invitations?: boolean;
  /** @default true */
  billing?: boolean;
  /** @default true */
  entities?: boolean;
  /** @default true */
  activity?: boolean;
  /** Live changes over one connection. @default true */
  live?: boolean;
}

/** What {@link createHttpAdapter} needs to know. */
export interface HttpAdapterOptions {
  /** Where the router is mounted: `/api/guildhall`, or with an origin. Cookies are sent along. */
  baseUrl: string;
  /** @default the global fetch */
  fetch?: typeof fetch;
  /** Sent with every request, say a bearer token; a function is asked each time. @default none */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /**
   * Who is signed in, by an id of the host's. Keeps the caches of two people apart, and lets the tabs of one
   * person share one live connection. @default '': nothing is shared
   */
  viewerKey?: string;
  /** @default everything */
  features?: HttpAdapterFeatures;
  /** Milliseconds that an answer may take; then it is `unavailable` with `timeout`. @default 30000 */
  timeoutMs?: number;
}

const supports: Supports = { search: true, totalCount: true, memberSorts: MEMBER_SORTS };

/**
 * The adapter to a Guildhall server: every operation of the routes table as an HTTP request. Failures are
 * `GuildhallError`s; without an answer they are `unavailable`. Reads are not asked again here: the query layer
 * does that. Writes carry an idempotency key, the caller's or one of their own.
 *
 * @example
 * const adapter = createHttpAdapter({ baseUrl: '/api/guildhall', viewerKey: user.id });
 */
export function createHttpAdapter(options: HttpAdapterOptions): GuildhallAdapter {
  const { headers, viewerKey = '', features = {} } = options;
  const transport: Transport = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    headers: typeof headers === 'function' ? headers : () => headers ?? {},
    timeoutMs: options.timeoutMs ?? 30_000,
  };
  const id = `http:${transport.baseUrl}:${viewerKey}`;
  return {
    id,
    supports,
    ...groupsOf(transport, features),
    ...(features.live === false ? {} : { subscribe: subscribeLater(transport, viewerKey === '' ? null : id) }),
  };
}

/** One method for each row of the table, but for the groups that this app does not use. */
function groupsOf(transport: Transport, features: HttpAdapterFeatures): Groups {
  const used = Object.entries(methods).filter(([group]) => features[group as keyof HttpAdapterFeatures] !== false);
  const operationOf =
    (name: OperationName): Operation<typeof name> =>
    (input, call) =>
      sendOperation(transport, name, input, call);
  return Object.fromEntries(
    used.map(([group, names]) => [
      group,
      Object.fromEntries(names.map((method) => [method, operationOf(`${group}.${method}` as OperationName)])),
    ]),
  ) as Groups;
}
