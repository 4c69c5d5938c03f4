import { isGuildhallError, QUOTE_MS } from 'guildhall/contract';
import { describe, expect, it } from 'vitest';
import { createQuotes } from '../../src/billing/changes/quotes.js';
import type { Offer } from '../../src/billing/changes/quotes.js';

const ISSUED = Date.parse('2026-03-02T09:00:00.000Z');
const offer: Offer = {
  workspaceId: 'ws-1',
  planId: 'team',
  interval: 'month',
  quantity: 12,
  prorationDate: ISSUED / 1000,
  due: 9_640,
  standing: 'none',
  issuedAt: ISSUED,
};

const quotes = createQuotes('a secret of at least thirty-two characters');

function reasonOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return isGuildhallError(error, 'conflict') ? error.details?.reason : error;
  }
  return 'was taken';
}

describe('a quote', () => {
  it('says all that was offered, to whoever confirms it', () => {
    expect(quotes.read(quotes.issue(offer), 'ws-1', ISSUED)).toEqual(offer);
    expect(quotes.read(quotes.issue({ ...offer, due: null }), 'ws-1', ISSUED).due).toBeNull();
  });

  it('stands for fifteen minutes', () => {
    const quote = quotes.issue(offer);
    expect(quotes.read(quote, 'ws-1', ISSUED + QUOTE_MS - 1)).toEqual(offer);
    expect(reasonOf(() => quotes.read(quote, 'ws-1', ISSUED + QUOTE_MS))).toBe('quote_changed');
  });

  it('stands in its own workspace alone', () => {
    expect(reasonOf(() => quotes.read(quotes.issue(offer), 'ws-2', ISSUED))).toBe('quote_changed');
  });

  it('cannot be made by anybody else, nor changed', () => {
    const quote = quotes.issue(offer);
    const [content = '', signature = ''] = quote.split('.');
    const cheaper = Buffer.from(Buffer.from(content, 'base64url').toString().replace('9640', '1')).toString(
      'base64url',
    );
    const foreign = createQuotes('another secret of thirty-two characters').issue(offer);
    for (const forged of [`${cheaper}.${signature}`, foreign, content, `${content}.`, 'nonsense', `${quote}x`]) {
      expect(reasonOf(() => quotes.read(forged, 'ws-1', ISSUED))).toBe('quote_changed');
    }
  });
});
