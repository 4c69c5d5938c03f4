import type { ErrorRequestHandler, RequestHandler } from 'express';
import * as z from 'zod';

/** An answer that is not a success. The message is shown to the person who asked. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The body as this shape, or a 400 that says what is wrong. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
  return parsed.data;
}

/**
 * Nothing of others is loaded, framed or guessed, but for what is named.
 *
 * @param sources of the Content-Security-Policy, by directive
 */
export const secureHeaders =
  (sources: Readonly<Record<string, string>>): RequestHandler =>
  (_request, response, next) => {
    response.set({
      'Content-Security-Policy': [
        "default-src 'self'",
        ...Object.entries(sources).map(([directive, from]) => `${directive} ${from}`),
        "img-src 'self' data: blob:",
        // Menus and dialogs of Radix place themselves with inline styles.
        "style-src 'self' 'unsafe-inline'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ].join('; '),
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };

/** Express knows an error handler by its four parameters. */
export const answerErrors: ErrorRequestHandler = (error, _request, response, _next) => {
  const status = statusOf(error);
  if (status === 500) console.error(error);
  response.status(status).json({ message: status === 500 ? 'Something went wrong on our side.' : error.message });
};

/** Express's own errors, such as a body that is no JSON, carry their status too. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
