import express from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { jsonErrorPosition } from './jsonPosition.js';
import { badRequest } from './problem.js';

/** Reads a request's JSON body, whether or not the host's own middleware has read it before. */
export type ReadBody = (request: Request, response: Response) => Promise<unknown>;

/** Makes a reader of JSON bodies of so many bytes at most. */
export function createBodyReader(limit: number): ReadBody {
  // `strict: false`: what is no object is refused by the schema, in the same words as everything else.
  const parse = express.json({ limit, strict: false, type: () => true });
  return async (request, response) => {
    requireJson(request);
    await run(parse, request, response, limit);
    return request.body === undefined ? {} : request.body;
  };
}

function requireJson(request: Request): void {
  const type = request.headers['content-type'] ?? '';
  if (/^application\/json\s*(?:;|$)/i.test(type)) return;
  throw badRequest(415, 'Content-Type', 'must be application/json');
}

function run(parse: RequestHandler, request: Request, response: Response, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    void parse(request, response, (error?: unknown) =>
      error === undefined ? resolve() : reject(bodyProblem(error, limit)),
    );
  });
}

/** The failures of body-parser, by its own names for them. */
function bodyProblem(error: unknown, limit: number): unknown {
  const { type, body } = error as { type?: unknown; body?: unknown };
  switch (type) {
    case 'entity.parse.failed':
      return badRequest(400, '', `The body is not JSON: it goes wrong at position ${jsonErrorPosition(String(body))}.`);
    case 'entity.too.large':
      return badRequest(413, '', `The body is larger than ${Math.floor(limit / 1000)} kB.`);
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return badRequest(415, 'Content-Type', 'must be in UTF-8; compressed, if at all, with gzip, deflate or br');
    case 'request.aborted':
    case 'request.size.invalid':
      return badRequest(400, '', 'The body ended too early.');
    default:
      return error;
  }
}
