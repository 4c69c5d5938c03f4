import { ERROR_STATUS, GuildhallError } from '../../contract/index.js';
import type { DetailsOf, ErrorCode } from '../../contract/index.js';

/** What a failure says about itself: RFC 9457, with Guildhall's own members. */
interface Problem {
  code?: unknown;
  detail?: unknown;
  details?: unknown;
  retryAfterMs?: unknown;
}

/** What an answer without a problem document means, say a proxy's own page. Others are `internal`. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);

/** The error that a failed answer stands for: its problem document, or else what its status says. */
export async function errorFromResponse(response: Response): Promise<GuildhallError> {
  const problem = await readProblem(response);
  const retryAfterMs = typeof problem?.retryAfterMs === 'number' ? problem.retryAfterMs : retryAfter(response.headers);
  if (problem && isCode(problem.code)) {
    const details = problem.details as DetailsOf<ErrorCode>;
    return new GuildhallError(problem.code, { message: String(problem.detail ?? problem.code), details, retryAfterMs });
  }
  const message = `${response.url} answered ${response.status} without a problem document. Does the base URL lead to a Guildhall server?`;
  return new GuildhallError(BY_STATUS[response.status] ?? 'internal', { message, retryAfterMs });
}

async function readProblem(response: Response): Promise<Problem | undefined> {
  if (!/^application\/(?:problem\+)?json\b/i.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in milliseconds from now: a number of seconds, or a date (RFC 9110 §10.2.3). */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
