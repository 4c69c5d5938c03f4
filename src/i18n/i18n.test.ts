import { describe, expect, expectTypeOf, it } from 'vitest';
import { GuildhallError } from '../contract/index.js';
import { errorMessages, explain } from './error.messages.js';
import { createFormat, createTranslate, defineMessages, directionOf } from './index.js';

const words = defineMessages('greeting', {
  title: 'Members',
  invited: 'Invited by {name} on {date}',
  selected: { one: '{count} person selected', other: '{count} people selected' },
  files: { one: '{count} file of {name}', other: '{count} files of {name}' },
});

describe('messages', () => {
  const t = createTranslate(words, 'en', []);

  it('are said with what they are given', () => {
    expect(t('title')).toBe('Members');
    expect(t('invited', { name: 'Priya', date: '3 May' })).toBe('Invited by Priya on 3 May');
  });

  it('choose the plural by count and write numbers as the language does', () => {
    expect(t('selected', { count: 1 })).toBe('1 person selected');
    expect(t('selected', { count: 12_000 })).toBe('12,000 people selected');
    expect(createTranslate(words, 'de', [])('selected', { count: 12_000 })).toBe('12.000 people selected');
  });

  it('know every plural category of the language', () => {
    const polish = createTranslate(words, 'pl', [
      { selected: { one: '{count} osoba', few: '{count} osoby', many: '{count} osób', other: '{count} osoby' } },
    ]);
    expect([1, 3, 5].map((count) => polish('selected', { count }))).toEqual(['1 osoba', '3 osoby', '5 osób']);
  });

  it('say one by its name also in a language that has no plural', () => {
    const japanese = createTranslate(words, 'ja', [{ files: { one: '{name}のファイル', other: '{count}件' } }]);
    expect(japanese('files', { count: 1, name: 'Ana' })).toBe('Anaのファイル');
    expect(japanese('files', { count: 21, name: 'Ana' })).toBe('21件');
  });

  it('come from the nearest layer that has them', () => {
    const layered = createTranslate(words, 'en', [
      { title: 'Team' },
      { title: 'People', invited: 'By {name}, {date}' },
    ]);
    expect(layered('title')).toBe('Team');
    expect(layered('invited', { name: 'Priya', date: 'today' })).toBe('By Priya, today');
  });

  it('are English with English plurals where a language has no words of its own', () => {
    const japanese = createTranslate(words, 'ja', []);
    expect([1, 2].map((count) => japanese('selected', { count }))).toEqual(['1 person selected', '2 people selected']);
  });

  it('come in pieces where some of them are elements', () => {
    const bold = { bold: 'Priya' };
    expect(t.parts('invited', { name: bold, date: 'today' })).toEqual(['Invited by ', bold, ' on ', 'today', '']);
  });

  it('have typed keys and placeholders', () => {
    expectTypeOf(t<'title'>).parameters.toEqualTypeOf<['title']>();
    expectTypeOf(t<'invited'>)
      .parameter(1)
      .toEqualTypeOf<{ name: string | number; date: string | number }>();
    expectTypeOf(t<'files'>)
      .parameter(1)
      .toEqualTypeOf<{ count: number; name: string | number }>();
  });
});

/** What a line from left to right shows of a text, with its isolates to be seen. */
const seen = (text: string) =>
  text.replace(/[\u2066-\u2069]/g, (mark) => '⟨→ ⟨← ⟨ ⟩'.split(' ')[mark.charCodeAt(0) - 0x2066] ?? '');

describe('values that run another way than their sentence', () => {
  const hebrew = { invited: 'הוזמן על ידי {name} ב-{date}', selected: { one: 'נבחר אדם אחד', other: 'נבחרו {count}' } };

  it('are isolated in languages from right to left, where names, amounts and addresses are not of them', () => {
    const t = createTranslate(words, 'he', [hebrew]);
    expect(seen(t('invited', { name: 'Priya (Ops)', date: '3 במאי' }))).toBe('הוזמן על ידי ⟨Priya (Ops)⟩ ב-⟨3 במאי⟩');
    expect(seen(t('selected', { count: 12 }))).toBe('נבחרו 12');
    expect(t.parts('invited', { name: 'Priya', date: '3' }).map((part) => seen(String(part)))).toEqual([
      'הוזמן על ידי ',
      '⟨Priya⟩',
      ' ב-',
      '⟨3⟩',
      '',
    ]);
  });

  it('are isolated in languages from left to right where they are written in such a script, and else are left alone', () => {
    const t = createTranslate(words, 'en', []);
    expect(seen(t('invited', { name: 'דנה (3)', date: '3 May' }))).toBe('Invited by ⟨דנה (3)⟩ on 3 May');
    expect(t('invited', { name: 'Priya (Ops)', date: '3 May' })).toBe('Invited by Priya (Ops) on 3 May');
    expect(t('invited', { name: '', date: '' })).toBe('Invited by  on ');
  });

  it('stay in order in an English sentence on a page from right to left', () => {
    const untranslated = createTranslate(words, 'ar', []);
    expect(seen(untranslated('files', { count: 2, name: '$14.00' }))).toMatch(/^⟨→\S+ files of \$14.00⟩$/);
    expect(untranslated('title')).toBe('Members');
    const turned = createTranslate(words, 'en', [], 'rtl');
    expect(seen(turned('invited', { name: '$14.00', date: '3 May' }))).toBe('⟨→Invited by $14.00 on 3 May⟩');
    const bold = { bold: 'Priya' };
    expect(turned.parts('invited', { name: bold, date: '3' })).toEqual([
      '\u2066',
      'Invited by ',
      bold,
      ' on ',
      '3',
      '',
      '\u2069',
    ]);
  });
});

describe('formats', () => {
  const now = Date.parse('2026-11-26T22:30:00.000Z');
  const format = createFormat('en-GB', 'UTC', () => now);

  it('write dates for tables and for sentences', () => {
    expect(format.date('2024-02-03T12:00:00.000Z')).toBe('3 Feb 2024');
    expect(format.day('2026-12-14T12:00:00.000Z')).toBe('14\u00a0December');
    expect(format.day('2027-12-14T12:00:00.000Z')).toBe('14\u00a0December\u00a02027');
  });

  it('count days by the calendar of the time zone, not by 24 hours', () => {
    expect(format.relativeDays('2026-11-27T00:10:00.000Z')).toBe('tomorrow');
    const berlin = createFormat('en-GB', 'Europe/Berlin', () => now);
    expect(berlin.relativeDays('2026-11-26T23:10:00.000Z')).toBe('tomorrow');
    expect(format.relativeDays('2026-12-01T22:30:00.000Z')).toBe('in 5 days');
  });

  it('write times and weekdays in the time zone', () => {
    expect(format.time('2026-11-26T18:52:00.000Z')).toBe('18:52');
    expect(createFormat('en-GB', 'Europe/Berlin', () => now).weekday('2026-11-26T23:10:00.000Z')).toBe('Friday');
  });

  it('writes money with its symbol and all its decimals, a credit with a true minus', () => {
    expect(format.money({ amount: 16_800, currency: 'usd' })).toBe('US$168.00');
    expect(createFormat('en', 'UTC', () => now).money({ amount: -9640, currency: 'usd' })).toBe('\u2212$96.40');
    expect(createFormat('de', 'UTC', () => now).money({ amount: 123_456, currency: 'eur' })).toBe('1.234,56\u00a0€');
    expect(createFormat('en', 'UTC', () => now).money({ amount: 1200, currency: 'jpy' })).toBe('¥1,200');
    expect(createFormat('en', 'UTC', () => now).nothing('usd')).toBe('$0');
    expect(createFormat('en', 'UTC', () => now).money({ amount: 1234, currency: 'kwd' })).toBe('KWD\u00a01.234');
    expect(createFormat('en', 'UTC', () => now).money({ amount: 120_000, currency: 'isk' })).toBe('ISK\u00a01,200');
  });

  it('list as the language does', () => {
    expect(format.list(['Ana', 'Bo', 'Cy'])).toBe('Ana, Bo and Cy');
    expect(format.anyOf(['Ana', 'Bo', 'Cy'])).toBe('Ana, Bo or Cy');
  });

  it('know which way a language runs', () => {
    expect(['en', 'ar', 'he', 'fa-IR', 'ur', 'ja', 'az-Arab'].map(directionOf)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'rtl',
    ]);
  });
});

describe('errors in words', () => {
  const t = createTranslate(errorMessages, 'en', []);

  it('say the reason where there is one', () => {
    const error = new GuildhallError('conflict', { details: { reason: 'last_owner' } });
    expect(explain(error, t)).toBe('A workspace needs an owner. Make somebody else an owner first.');
  });

  it('say the code where there is no reason', () => {
    expect(explain(new GuildhallError('rate_limited'), t)).toBe(
      'That was a lot at once. Wait a little, then try again.',
    );
  });

  it('say how full a full workspace is', () => {
    const error = new GuildhallError('limit_exceeded', { details: { limit: 'members', max: 10, used: 10 } });
    expect(explain(error, t)).toBe('This workspace is full: 10 of 10 places are taken.');
  });

  it('never show the words of an unknown error', () => {
    expect(explain(new TypeError('x is not a function'), t)).toBe(
      'Something went wrong on our side. Nothing was changed; try again.',
    );
  });
});
