import { describe, expect, it, vi } from 'vitest';
import { ERROR_STATUS, GuildhallError, isGuildhallError } from './errors.js';

describe('GuildhallError', () => {
  it('is known by its brand, also when another copy of the package made it', async () => {
    vi.resetModules();
    const copy = await import('./errors.js');
    expect(copy.GuildhallError, 'this is another copy').not.toBe(GuildhallError);
    const foreign: unknown = new copy.GuildhallError('conflict', { details: { reason: 'last_owner' } });
    expect(foreign instanceof GuildhallError).toBe(false);
    expect(isGuildhallError(foreign)).toBe(true);
    expect(isGuildhallError(foreign, 'conflict') && foreign.details?.reason).toBe('last_owner');
    expect(isGuildhallError(foreign, 'forbidden')).toBe(false);
  });

  it('is nothing else that was thrown', () => {
    const lookalike = { name: 'GuildhallError', code: 'conflict', message: 'conflict' };
    for (const thrown of [new Error('conflict'), lookalike, null, undefined, 'conflict', 409, Symbol('conflict')]) {
      expect(isGuildhallError(thrown)).toBe(false);
    }
  });

  it('keeps what it was made from', () => {
    const cause = new TypeError('fetch failed');
    const error = new GuildhallError('rate_limited', { message: 'Too many mails.', retryAfterMs: 1500, cause });
    expect(error).toMatchObject({
      name: 'GuildhallError',
      code: 'rate_limited',
      message: 'Too many mails.',
      retryAfterMs: 1500,
      cause,
    });
    expect(new GuildhallError('internal').message, 'a code is better than nothing').toBe('internal');
    expect('cause' in new GuildhallError('internal')).toBe(false);
  });

  it('has a status for clients and one for servers, for each code', () => {
    for (const [code, status] of Object.entries(ERROR_STATUS)) {
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(status, code).toBeLessThan(600);
    }
  });
});
