import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { id } from './entities.js';
import { compareText, isEmailAddress, isId, maskEmail, normaliseEmail, toSearchKey } from './text.js';

/** Any text, also with accents, other scripts, emoji and halves of surrogate pairs. */
const text = fc.string({ unit: 'binary', maxLength: 30 });

describe('toSearchKey', () => {
  it('forgets case, accents, width and outer spaces', () => {
    expect(toSearchKey('  Zoë ÅNGSTRÖM ')).toBe('zoe angstrom');
    expect(toSearchKey('Ｗｉｄｅ ﬁne')).toBe('wide fine');
    expect(toSearchKey('e\u0301')).toBe(toSearchKey('é'));
  });

  it('is the same of its own result, however the text was composed', () => {
    fc.assert(
      fc.property(text, (any) => {
        const key = toSearchKey(any);
        expect(toSearchKey(key)).toBe(key);
        expect(toSearchKey(any.normalize('NFC'))).toBe(toSearchKey(any.normalize('NFD')));
      }),
    );
  });
});

describe('compareText', () => {
  it('orders as the bytes of UTF-8 do', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
    expect(compareText('\uffee', '😀'), 'where UTF-16 would say otherwise').toBeLessThan(0);
  });
});

describe('isEmailAddress', () => {
  it('takes what people have', () => {
    for (const good of ['a@b.co', "o'hara+tag@sub.domain.example", 'x@xn--bcher-kva.example', 'ünï@bücher.example']) {
      expect(isEmailAddress(good), good).toBe(true);
    }
  });

  it('takes nothing that could end a mail header or begin another address', () => {
    const header = /[\s,;<>"():[\]\\]|[^\S ]/u;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (part) => {
        fc.pre(header.test(part));
        expect(isEmailAddress(`${part}@b.example`)).toBe(false);
        expect(isEmailAddress(`a@${part}.example`)).toBe(false);
      }),
    );
  });

  it('gives up on long texts at once', () => {
    const started = performance.now();
    for (const long of ['a'.repeat(100_000), `a@${'b.'.repeat(50_000)}`, `a@${'b-'.repeat(120)}`]) {
      expect(isEmailAddress(long)).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('addresses', () => {
  it('compare without regard to case and outer spaces', () => {
    expect(normaliseEmail('  Ivy@Example.COM\n')).toBe('ivy@example.com');
  });

  it('hide all but a letter when masked', () => {
    expect(maskEmail('lena@studio-kite.com')).toBe('l•••@studio-kite.com');
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const [local = '', domain = ''] = email.split('@');
        expect(maskEmail(email)).toBe(`${local.slice(0, 1)}•••@${domain}`);
      }),
    );
  });
});

describe('isId', () => {
  it('says of any value what the schema says', () => {
    const values = fc.oneof(
      text,
      fc.string({ minLength: 195, maxLength: 205 }),
      fc.constantFrom('.', '..', '…', 1, null),
    );
    const saysTheSchema = (value: unknown) => z.safeParse(id, value).success;
    fc.assert(
      fc.property(values, (value) => {
        expect(isId(value)).toBe(saysTheSchema(value));
      }),
    );
  });
});
