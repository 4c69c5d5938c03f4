import { GuildhallError, QUOTE_MS } from '../../../contract/index.js';
import type { Account } from './account.js';

/** What a quote was given for. */
export interface Quoted {
  readonly workspaceId: string;
  /** The change as it was asked for, as text. */
  readonly request: string;
  /** The account as it stood, as text. */
  readonly standing: string;
  /** When it was given, in milliseconds since 1970. */
  readonly at: number;
}

/** All that a price depends on. A new card, or a new address, changes no offer. */
export function standingOf({ subscription, pending, credit, hasHadTrial }: Account, members: number): string {
  const { terms, span, isTrialing, cancellation, scheduled, debt } = subscription ?? {};
  const termsKey = [terms, scheduled].map((one) => one && [one.plan.id, one.interval, one.quantity]);
  const flags = [isTrialing, Boolean(cancellation), Boolean(debt), hasHadTrial];
  return JSON.stringify([termsKey, span, flags, pending, credit, members]);
}

/** The offers that were made, so that what is confirmed is what was shown. */
export class Quotes {
  readonly #given = new Map<string, Quoted>();

  give(id: string, quoted: Quoted): string {
    this.#given.set(id, quoted);
    return id;
  }

  /**
   * When the offer was made that is confirmed now.
   *
   * @throws GuildhallError `conflict` with `quote_changed`
   */
  check(id: string, { workspaceId, request, standing, at }: Quoted): number {
    const quoted = this.#given.get(id);
    const isSame = quoted?.workspaceId === workspaceId && quoted.request === request && quoted.standing === standing;
    if (quoted && isSame && at < quoted.at + QUOTE_MS) return quoted.at;
    throw new GuildhallError('conflict', {
      message: 'This offer does not stand any more. Ask for a new preview, and show it.',
      details: { reason: 'quote_changed' },
    });
  }
}
