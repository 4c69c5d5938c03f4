import type { z } from 'zod';
import type { Form } from './form.js';
import { parseParams } from './parse.js';

/** An answer before it is sent. */
export interface Answer {
  status: number;
  headers: { [name: string]: string };
  body: string | Uint8Array;
}

/** A request to the API, after its key was checked and its form decoded. */
export interface Call<P> {
  params: P;
  /** What the path's placeholders stand for. */
  path: { [name: string]: string };
  /** The `Stripe-Version` header; null when there was none, as from the CLI. */
  version: string | null;
  key: { kind: 'secret' | 'publishable'; value: string };
}

/** A route of the API, its parameters already bound. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** As `/v1/customers/:id`. */
  path: string;
  /** Whether a publishable key may call it. The route then checks the `client_secret` itself. */
  publishable: boolean;
  /** Checks the parameters; what it returns does the work. So a parameter that cannot be is refused before anything begins. */
  prepare: (call: Call<Form>) => () => unknown;
}

/** What a route is made of. */
export interface RouteOptions<S extends z.ZodType> {
  method: Route['method'];
  path: string;
  /** Every parameter but `expand`. Unknown ones are refused. */
  params: S;
  /** @default false */
  publishable?: boolean;
  /** Does the work, at once and whole. What it returns is the answer's object, before `expand`. */
  handle: (call: Call<z.output<S>>) => unknown;
}

/** A route of the API. */
export function route<S extends z.ZodType>(options: RouteOptions<S>): Route {
  const { method, path, params, publishable = false, handle } = options;
  return {
    method,
    path,
    publishable,
    prepare: (call) => {
      const parsed = parseParams(params, call.params);
      return () => handle({ ...call, params: parsed });
    },
  };
}

/** A page, or anything else that is no part of the API: needs no key. */
export interface Page {
  method: 'GET' | 'POST';
  path: string;
  handle: (request: PageRequest) => Answer | Promise<Answer>;
}

/** A request for a page. */
export interface PageRequest {
  path: { [name: string]: string };
  query: URLSearchParams;
  headers: { [name: string]: string };
  body: string;
}

/** What the path's placeholders stand for, or null when the path is another one. */
export function matchPath(pattern: string, path: string): { [name: string]: string } | null {
  const [expected, given] = [pattern.split('/'), path.split('/')];
  if (expected.length !== given.length) return null;
  const found: { [name: string]: string } = {};
  for (const [index, part] of expected.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') found[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return found;
}
