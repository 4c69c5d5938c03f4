import { describe, expect, it } from 'vitest';
import { directionOf } from '../i18n/index.js';
import { loadMessages, locales, mergeMessages } from './index.js';
import { matchLocale } from './match.js';

describe('which words a language gets', () => {
  const available = ['en', 'pt-BR', 'zh-Hans', 'ar', 'he'] as const;

  it.each([
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['ar-EG', 'ar'],
    ['iw', 'he'],
    ['EN-gb', 'en'],
  ])('%s gets those of %s', (locale, code) => {
    expect(matchLocale(locale, available)).toBe(code);
  });

  it.each(['zh-TW', 'zh-Hant', 'fi', 'zh-Latn', '', 'not a tag'])('%s gets none of them, and so English', (locale) => {
    expect(matchLocale(locale, available)).toBeUndefined();
  });
});

describe('languages', () => {
  it('are told with the direction that they are written in', () => {
    expect(locales.map(({ direction }) => direction)).toEqual(locales.map(({ code }) => directionOf(code)));
  });

  it('are called what they call themselves', () => {
    const own = locales.map(({ code }) => new Intl.DisplayNames(code, { type: 'language' }).of(code)?.toLowerCase());
    expect(locales.map(({ name }) => name.toLowerCase())).toEqual(own);
  });

  it('are loaded for their regions too', async () => {
    expect(await loadMessages('de-AT')).toBe(await loadMessages('de'));
    expect(await loadMessages('de')).toHaveProperty(['errors', 'not_found'], 'Das gibt es hier nicht mehr.');
  });

  it('leave English where there is nothing to load', async () => {
    expect([await loadMessages('en-GB'), await loadMessages('tlh'), await loadMessages('?')]).toEqual([{}, {}, {}]);
  });
});

describe('words of the host over a language', () => {
  it('replace some keys and leave the others', () => {
    const german = { membersTable: { title: 'Mitglieder', invite: 'Einladen' }, roles: { owner: 'Inhaber' } };
    expect(mergeMessages(german, { membersTable: { title: 'Team' } }, { bill: { tax: 'MwSt.' } })).toEqual({
      membersTable: { title: 'Team', invite: 'Einladen' },
      roles: { owner: 'Inhaber' },
      bill: { tax: 'MwSt.' },
    });
    expect(german.membersTable.title).toBe('Mitglieder');
  });
});
