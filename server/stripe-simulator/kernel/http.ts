import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createDispatch } from './dispatch.js';
import type { RawRequest } from './dispatch.js';
import type { Family, Kernel } from './kernel.js';
import { matchPath } from './route.js';
import type { Answer, Page } from './route.js';

const LARGEST_BODY = 1_000_000;

/** Pages on other origins, such as a host's with Stripe.js in it, call the simulator too, as they call Stripe. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*, authorization',
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-expose-headers': 'request-id',
};

/** Answers any request: the API, pages, and the preflights of browsers. */
export type Handle = (raw: RawRequest) => Promise<Answer | 'lose'>;

/** What answers requests, without a socket. */
export function createHandler(kernel: Kernel, families: readonly Family[]): Handle {
  const dispatch = createDispatch(kernel, families);
  const pages = families.flatMap((family) => family.pages ?? []);

  function findPage(raw: RawRequest): { page: Page; path: { [name: string]: string } } | null {
    const { pathname } = new URL(raw.url, 'http://simulator');
    for (const page of pages) {
      const path = page.method === raw.method ? matchPath(page.path, pathname) : null;
      if (path) return { page, path };
    }
    return null;
  }

  return async (raw) => {
    if (raw.method === 'OPTIONS') return { status: 204, headers: CORS, body: '' };
    const found = findPage(raw);
    const query = new URL(raw.url, 'http://simulator').searchParams;
    const answer = found
      ? await found.page.handle({ path: found.path, query, headers: raw.headers, body: raw.body })
      : await dispatch(raw);
    return answer === 'lose' ? answer : { ...answer, headers: { ...CORS, ...answer.headers } };
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LARGEST_BODY)
      throw new Error(`A request to the Stripe simulator is larger than ${LARGEST_BODY} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}

const headersOf = (request: IncomingMessage): { [name: string]: string } =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));

async function respond(handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const answer = await handle({ method, url, headers: headersOf(request), body: await readBody(request) });
  if (answer === 'lose') return void request.socket.destroy();
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** A server on loopback that answers with `handle`. */
export function createHttpServer(handle: Handle, families: readonly Family[]): Server {
  const server = createServer((request, response) => {
    respond(handle, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { type: 'api_error', message: String(error) } }));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (!families.some((family) => family.upgrade?.(request, socket, head))) socket.destroy();
  });
  return server;
}
