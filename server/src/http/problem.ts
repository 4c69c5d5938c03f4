import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import { ERROR_STATUS, GuildhallError, isGuildhallError } from 'guildhall/contract';

/** An answer that failed: an error of the contract, under another status where HTTP has a more exact one. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly status: number,
    readonly error: GuildhallError,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(error.message, { cause: error });
  }
}

/** A request that is wrong as a whole, or in one named part: a header, the body, a path. */
export function badRequest(status: number, path: string, message: string): HttpProblem {
  const named = path === '' ? message : `${path}: ${message}`;
  return new HttpProblem(
    status,
    new GuildhallError('validation', { message: named, details: { fields: [{ path, message }] } }),
  );
}

/** What anything that was thrown is to the client. Nothing of an unknown error is told. */
export function toProblem(thrown: unknown): HttpProblem {
  if (thrown instanceof HttpProblem) return thrown;
  if (isGuildhallError(thrown)) {
    const hidden =
      thrown.code === 'internal' ? new GuildhallError('internal', { message: 'Something went wrong.' }) : thrown;
    return new HttpProblem(ERROR_STATUS[thrown.code], hidden);
  }
  // Express could not decode the path: `/workspaces/%E0%A4`.
  if (thrown instanceof URIError) return badRequest(400, '', 'The path is not percent-encoded UTF-8.');
  return new HttpProblem(500, new GuildhallError('internal', { message: 'Something went wrong.', cause: thrown }));
}

/** Answers with RFC 9457 problem+json. */
export function sendProblem(response: Response, { status, error, headers }: HttpProblem): void {
  const { code, message, details, retryAfterMs } = error;
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: STATUS_CODES[status],
      status,
      detail: message,
      code,
      details,
      retryAfterMs,
    }),
  );
}
