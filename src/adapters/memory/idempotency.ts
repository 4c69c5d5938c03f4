import { GuildhallError } from '../../contract/index.js';

const KEPT_MS = 24 * 3_600_000;

interface Kept {
  readonly at: number;
  /** The operation and its parsed input. */
  readonly request: string;
  readonly answer: unknown;
}

/** The answers of writes that came with a key: asking again gets the same answer and has no effect. */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();

  /**
   * @param request what is asked for, as text: the same key may not ask for anything else
   * @throws GuildhallError `conflict` with `idempotency_key_reused`
   */
  once<T>(actorId: string, key: string, request: string, now: number, effect: () => T): T {
    const slot = JSON.stringify([actorId, key]);
    const before = this.#kept.get(slot);
    if (before && before.at > now - KEPT_MS) {
      if (before.request === request) return structuredClone(before.answer) as T;
      throw new GuildhallError('conflict', {
        message: 'This idempotency key was used for something else. Make a new one for each intent.',
        details: { reason: 'idempotency_key_reused' },
      });
    }
    const answer = effect();
    this.#kept.set(slot, { at: now, request, answer: structuredClone(answer) });
    return answer;
  }
}
