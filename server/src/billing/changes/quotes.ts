import { createHmac, timingSafeEqual } from 'node:crypto';
import { GuildhallError, QUOTE_MS } from 'guildhall/contract';
import type { Interval } from 'guildhall/contract';
import { deriveKey } from '../../db/keys.js';

/** What somebody was shown before they confirmed: all that the price depends on. */
export interface Offer {
  readonly workspaceId: string;
  readonly planId: string;
  readonly interval: Interval;
  readonly quantity: number;
  /** Unix seconds up to which time was counted as used. */
  readonly prorationDate: number;
  /** What is charged on confirming, in minor units; null where nothing is. */
  readonly due: number | null;
  /** The account as it stood, as {@link standingOf} writes it. */
  readonly standing: string;
  /** Unix milliseconds. */
  readonly issuedAt: number;
}

/** Writes and reads quotes: offers that nobody but this server can have made. */
export interface Quotes {
  issue(offer: Offer): string;
  /** @throws GuildhallError `conflict` with `quote_changed`: not ours, of another workspace, or older than `QUOTE_MS` */
  read(quote: string, workspaceId: string, now: number): Offer;
}

const VERSION = 1;
const SIGNATURE_BYTES = 16;

/** The offer does not stand any more: show a new one, and ask again. */
export function quoteChanged(why: string): GuildhallError<'conflict'> {
  return new GuildhallError('conflict', {
    message: `This offer does not stand any more: ${why}. Ask for a new preview, and show it.`,
    details: { reason: 'quote_changed' },
  });
}

type Content = [number, string, string, Interval, number, number, number | null, string, number];

/** Makes {@link Quotes}. */
export function createQuotes(secret: string): Quotes {
  const key = deriveKey(secret, 'quotes');
  const sign = (content: string) => createHmac('sha256', key).update(content).digest().subarray(0, SIGNATURE_BYTES);
  const write = (content: string) =>
    `${Buffer.from(content).toString('base64url')}.${sign(content).toString('base64url')}`;
  return {
    issue: ({ workspaceId, planId, interval, quantity, prorationDate, due, standing, issuedAt }) => {
      const all: Content = [VERSION, workspaceId, planId, interval, quantity, prorationDate, due, standing, issuedAt];
      return write(JSON.stringify(all));
    },
    read(quote, wanted, now) {
      const content = Buffer.from(quote.split('.')[0] ?? '', 'base64url').toString();
      const [given, expected] = [Buffer.from(quote), Buffer.from(write(content))];
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        throw quoteChanged('it was not made by this server');
      const [, workspaceId, planId, interval, quantity, prorationDate, due, standing, issuedAt] = JSON.parse(
        content,
      ) as Content;
      if (workspaceId !== wanted) throw quoteChanged('it was made for another workspace');
      if (now - issuedAt >= QUOTE_MS) throw quoteChanged('it is too old');
      return { workspaceId, planId, interval, quantity, prorationDate, due, standing, issuedAt };
    },
  };
}
