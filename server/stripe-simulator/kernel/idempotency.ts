import { StripeFailure } from './failure.js';
import type { Answer } from './route.js';

interface Kept {
  path: string;
  body: string;
  at: number;
  /** Absent while the first request is still being answered. */
  answer?: Answer;
}

/** What was answered to requests with an idempotency key. */
export interface Idempotency {
  /**
   * The answer of the first request with this key, to be sent again; or null, and this is the first.
   *
   * @throws StripeFailure 400 when the key was used for something else; 409 while the first is still being answered
   */
  begin: (request: { key: string; path: string; body: string }) => Answer | null;
  /** @param answer What to send again; null when the request was never executed, so that the key can be used anew. */
  end: (key: string, answer: Answer | null) => void;
}

const KEPT_SECONDS = 24 * 3600;

const reused = (key: string) =>
  `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;

/** @param now In seconds. */
export function createIdempotency(now: () => number): Idempotency {
  const kept = new Map<string, Kept>();
  return {
    begin({ key, path, body }) {
      const first = kept.get(key);
      if (!first || now() - first.at > KEPT_SECONDS) {
        kept.set(key, { path, body, at: now() });
        return null;
      }
      const shown = key.slice(key.indexOf(' ') + 1);
      if (first.path !== path) {
        const why = `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${first.path}' vs '${path}'). Try using a key other than '${shown}' if you meant to execute a different request.`;
        throw new StripeFailure(why, { type: 'idempotency_error' });
      }
      if (first.body !== body) throw new StripeFailure(reused(shown), { type: 'idempotency_error' });
      if (!first.answer) {
        const why = `There is currently another in-progress request using this Idempotent Key. Please try again later. (key '${shown}')`;
        throw new StripeFailure(why, { type: 'idempotency_error', status: 409, code: 'idempotency_key_in_use' });
      }
      return first.answer;
    },
    end(key, answer) {
      const first = kept.get(key);
      if (answer && first) kept.set(key, { ...first, answer });
      else kept.delete(key);
    },
  };
}
