import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmailAddress } from '../../contract/index.js';
import { checkAddress, isOneSlipAway } from './checkAddress.js';
import { parseAddresses } from './parseAddresses.js';
import type { ParsedAddress } from './parseAddresses.js';

const emails = (text: string) => parseAddresses(text).map(({ email }) => email);
const both = ['ana@x.com', 'bo@y.org'];

describe('a pasted list', () => {
  it.each([
    ['commas', 'ana@x.com,bo@y.org'],
    ['commas and spaces', ' ana@x.com , bo@y.org ,'],
    ['semicolons', 'ana@x.com;bo@y.org;'],
    ['lines of any kind', 'ana@x.com\r\n\r\nbo@y.org\n'],
    ['tabs', 'ana@x.com\tbo@y.org'],
    ['spaces', 'ana@x.com  bo@y.org'],
    ['full-width punctuation', 'ana＠x.com、bo@y．org；'],
    ['full-width commas', 'ana@x.com，bo@y.org。'],
    ['names', 'Ana Lima <ana@x.com>, Bo <bo@y.org>'],
    ['names with commas in quotes', '"Lima, Ana" <ana@x.com>; "Berg; Bo" <bo@y.org>'],
    ['names with commas, as Outlook writes them', 'Lima, Ana <ana@x.com>; Berg, Bo <bo@y.org>'],
    ['names with an @ in quotes', '"Ana @ Acme" <ana@x.com>, <bo@y.org>'],
    ['names before bare addresses', 'Ana Lima ana@x.com, Bo bo@y.org'],
    ['brackets', '<ana@x.com>, (bo@y.org)'],
    ['quotes', '"ana@x.com", “bo@y.org”'],
    ['mailto links', 'mailto:ana@x.com?subject=Hi, MAILTO:bo@y.org'],
    ['bullets', '- ana@x.com\n• bo@y.org'],
    ['numbers', '1. ana@x.com\n2. bo@y.org'],
    ['prose', 'Please invite ana@x.com and bo@y.org.'],
    ['spaces around the @', 'ana @ x.com; bo @y.org'],
    ['invisible characters', '\ufeffana@x.com\u200b, bo@\u00ady.org'],
    ['a quote that is not closed', '"ana@x.com, bo@y.org'],
    ['capitals', 'Ana@X.com, BO@y.org'],
  ])('is read with %s', (_kind, text) => {
    expect(emails(text)).toEqual(both);
  });

  it('keeps each address as it was written, without what stood around it', () => {
    expect(parseAddresses('Ana <Ana.Lima@X.com>').map(({ text }) => text)).toEqual(['Ana.Lima@X.com']);
  });

  it('counts what is listed twice, in any case, and keeps the first place', () => {
    const read = parseAddresses('ana@x.com, bo@y.org, ANA@x.com, "Ana" <ana@x.com>');
    expect(read.map(({ email, copies }) => [email, copies])).toEqual([
      ['ana@x.com', 3],
      ['bo@y.org', 1],
    ]);
  });

  it('loses nothing that might be meant as an address', () => {
    expect(parseAddresses('ana@x.com, bob, @y.org').map(({ text, problem }) => [text, problem])).toEqual([
      ['ana@x.com', null],
      ['bob', 'missing_at'],
      ['@y.org', 'nothing_before_at'],
    ]);
  });

  it('is empty where nothing is in it', () => {
    expect(parseAddresses(' ,;\n - … ')).toEqual([]);
  });
});

describe('a pasted table', () => {
  const rows = (text: string, roleNames = {}) =>
    parseAddresses(text, { roleNames }).map(({ text: written, role }) => [written, role]);

  it('is read by its header, with roles', () => {
    expect(rows('Name,Email,Role\n"Lima, Ana",ana@x.com,Admin\nBo,bo@y.org,member\nCy,cy@z.net,boss')).toEqual([
      ['ana@x.com', 'admin'],
      ['bo@y.org', 'member'],
      ['cy@z.net', null],
    ]);
  });

  it('is read with semicolons or tabs between its columns', () => {
    expect(rows('E-Mail;Rolle\nana@x.com;admin')).toEqual([['ana@x.com', 'admin']]);
    expect(rows('name\temail address\nAna\tana@x.com')).toEqual([['ana@x.com', null]]);
  });

  it('is read without a header where each line has one address in the same column', () => {
    expect(rows('Ana,ana@x.com,admin\nBo,bo@y.org,member')).toEqual([
      ['ana@x.com', 'admin'],
      ['bo@y.org', 'member'],
    ]);
    expect(rows('ana@x.com,owner')).toEqual([['ana@x.com', 'owner']]);
  });

  it('knows roles in the language of the viewer', () => {
    expect(rows('ana@x.com;Verwalterin\nbo@y.org;Mitglied', { verwalterin: 'admin', mitglied: 'member' })).toEqual([
      ['ana@x.com', 'admin'],
      ['bo@y.org', 'member'],
    ]);
  });

  it('says which row has no address', () => {
    expect(rows('name,email\nAna,ana@x.com\nBo,\nCy,cy')).toEqual([
      ['ana@x.com', null],
      ['Bo', null],
      ['cy', null],
    ]);
  });

  it('may be one column with its header', () => {
    expect(rows('Email\nana@x.com\nbo@y.org')).toEqual([
      ['ana@x.com', null],
      ['bo@y.org', null],
    ]);
  });
});

describe('an address that is not right', () => {
  const known = ['northwind.studio', 'kite.example'];
  const check = (text: string, domains = known) => {
    const { problem, suggestion } = checkAddress(text, domains);
    return [problem, suggestion];
  };

  it('gets what was probably meant', () => {
    expect(check('theo@northwind')).toEqual(['incomplete_domain', 'theo@northwind.studio']);
    expect(check('theo@gmail')).toEqual(['incomplete_domain', 'theo@gmail.com']);
    expect(check('theo@', ['northwind.studio'])).toEqual(['incomplete_domain', 'theo@northwind.studio']);
    expect(check('theo', ['northwind.studio'])).toEqual(['missing_at', 'theo@northwind.studio']);
    expect(check('theo@@kite.example')).toEqual(['two_ats', 'theo@kite.example']);
    expect(check('theo@kite..example')).toEqual(['incomplete_domain', 'theo@kite.example']);
  });

  it('gets no guess where several are as likely', () => {
    expect(check('theo@')).toEqual(['incomplete_domain', null]);
    expect(check('theo')).toEqual(['missing_at', null]);
    expect(check('a@b@c.com')).toEqual(['two_ats', null]);
    expect(check('theo@acme')).toEqual(['incomplete_domain', null]);
    expect(check('Theo Park', ['northwind.studio'])).toEqual(['missing_at', null]);
  });

  it('is only doubted where it is well-formed', () => {
    expect(checkAddress('theo@gmial.com', [])).toEqual({
      email: 'theo@gmial.com',
      problem: null,
      suggestion: 'theo@gmail.com',
    });
    expect(check('theo@northwnd.studio')).toEqual([null, 'theo@northwind.studio']);
    expect(check('theo@mail.com')).toEqual([null, null]);
    expect(check('theo@studio-kite.com')).toEqual([null, null]);
  });

  it('is one slip away by one letter more, less, other, or two swapped', () => {
    expect(['gmai.com', 'gmaill.com', 'gnail.com', 'gmial.com'].every((slip) => isOneSlipAway(slip, 'gmail.com'))).toBe(
      true,
    );
    expect(['gmail.com', 'gail.co', 'mgial.com'].some((other) => isOneSlipAway(other, 'gmail.com'))).toBe(false);
  });
});

describe('any list', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const address = fc.tuple(label, label, fc.constantFrom('com', 'org', 'studio')).map(([a, b, c]) => `${a}@${b}.${c}`);
  const dressed = fc.tuple(
    address,
    fc.constantFrom(
      (a: string) => a,
      (a: string) => `<${a}>`,
      (a: string) => `Zoë Åker <${a}>`,
      (a: string) => `"Åker, Zoë" <${a}>`,
      (a: string) => `mailto:${a}`,
      (a: string) => ` ${a.toUpperCase()} `,
    ),
  );

  it('gives its addresses in order and once, however they are separated and dressed', () => {
    fc.assert(
      fc.property(
        fc.array(dressed, { minLength: 1 }),
        fc.constantFrom(', ', ';', '\n', '，', '; \r\n'),
        (list, separator) => {
          const text = list.map(([one, dress]) => dress(one)).join(separator);
          expect(emails(text)).toEqual([...new Set(list.map(([one]) => one))]);
        },
      ),
    );
  });

  it('never fails, never repeats itself, and lets through only what can be sent', () => {
    const pieces = fc.constantFrom(
      '@',
      '"',
      '<',
      '>',
      ',',
      ';',
      '\n',
      '\t',
      ' ',
      '.',
      'a',
      'x.com',
      'ana@x.com',
      'email',
      '、',
      '\\',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const read = parseAddresses(pasted, { knownDomains: ['x.com'] });
        const keys = read.map(({ text: written, email }) => email ?? written.toLowerCase());
        expect(new Set(keys).size).toBe(keys.length);
        const isRight = ({ email, problem, suggestion }: ParsedAddress) =>
          (email === null) === (problem !== null) &&
          [email, suggestion].every((sendable) => sendable === null || isEmailAddress(sendable));
        expect(read.filter((one) => !isRight(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('reads what it has read the same way again', () => {
    fc.assert(
      fc.property(fc.array(address), (list) => {
        const once = parseAddresses(list.join(' '));
        expect(parseAddresses(once.map(({ text }) => text).join('\n'))).toEqual(
          once.map((one) => ({ ...one, copies: 1 })),
        );
      }),
    );
  });

  it('of ten thousand lines, or with long runs of one sign, does not take the square of its length', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `"Name ${index}" <person${index}@example.com>`).join(
      '\n',
    );
    const start = performance.now();
    expect(parseAddresses(text)).toHaveLength(10_000);
    for (const run of ['"', '.', '@', ' ', ';', '<', 'a']) parseAddresses(`${run.repeat(100_000)}@x`);
    for (const run of ['.', 'b.', '-']) parseAddresses(`a@${run.repeat(50_000)}x`);
    expect(performance.now() - start).toBeLessThan(6000);
  }, 30_000);
});
