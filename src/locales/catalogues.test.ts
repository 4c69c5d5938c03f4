import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../test/support/checkCatalogue.js';
import { english, englishSets } from '../../test/support/english.js';
import { loadMessages, locales } from './index.js';

const translated = locales.filter(({ code }) => code !== 'en');

describe('English', () => {
  it('is found, all of it', () => {
    expect(englishSets.length).toBeGreaterThan(30);
    expect(Object.keys(english)).toContain('membersTable');
  });

  it('says the same under a key that two parts of a component have', () => {
    const differing = englishSets.flatMap(({ set, file }) =>
      Object.entries(set.messages)
        .filter(([key, message]) => JSON.stringify(english[set.namespace]?.[key]) !== JSON.stringify(message))
        .map(([key]) => `${file}: ${key}`),
    );
    expect(differing).toEqual([]);
  });

  it('has no placeholder that is misspelt, and every plural has a form for one', () => {
    expect(checkCatalogue(english, english, 'en')).toEqual([]);
  });
});

describe.each(translated)('$name', ({ code }) => {
  it('says all that English says, with its placeholders and all plural forms of its own', async () => {
    expect(checkCatalogue(english, await loadMessages(code), code)).toEqual([]);
  });

  it('has none of the look of a draft: no double spaces, no straight quotes, no space at an end', async () => {
    const sentences = Object.entries(await loadMessages(code)).flatMap(([namespace, messages]) =>
      Object.entries(messages).flatMap(([key, message]) =>
        (typeof message === 'string' ? [message] : Object.values(message ?? {})).map((said) => ({
          at: `${namespace}.${key}`,
          said,
        })),
      ),
    );
    expect(sentences.filter(({ said }) => / {2}|["']|^\s|\s$/.test(said))).toEqual([]);
  });
});

describe('the check of a language', () => {
  const words = {
    list: {
      title: 'Members',
      invited: 'Invited by {name}',
      people: { one: '{count} person', other: '{count} people' },
      remove: { one: 'Remove {name}?', other: 'Remove {count} people?' },
    },
  };
  const german = {
    list: {
      title: 'Mitglieder',
      invited: 'Eingeladen von {name}',
      people: { one: '{count} Person', other: '{count} Personen' },
      remove: { one: '{name} entfernen?', other: '{count} Personen entfernen?' },
    },
  };
  const changed = (list: object) => ({ list: { ...german.list, ...list } });

  it('finds nothing in one that is whole', () => {
    expect(checkCatalogue(words, german, 'de')).toEqual([]);
  });

  it.each([
    ['a key that is missing', { title: undefined }, 'list.title: is missing. English: "Members"'],
    ['a key too many', { heading: 'Team' }, 'list.heading: is nothing that English has'],
    ['a sentence that is empty', { title: ' ' }, 'list.title: is empty'],
    ['a placeholder that is missing', { invited: 'Eingeladen' }, 'list.invited: lacks {name}'],
    [
      'a placeholder that is misspelt',
      { invited: '{nam} und {name}' },
      'list.invited: has {nam}, which it is not given',
    ],
    [
      'a plural where there is none',
      { title: { other: 'x' } },
      'list.title: has plural forms, where English has one sentence',
    ],
    [
      'a sentence for a plural',
      { people: '{count} Personen' },
      'list.people: is one sentence, where English has plural forms',
    ],
    [
      'a plural form that is missing',
      { people: { other: '{count} Personen' } },
      'list.people: lacks the plural category "one"',
    ],
    [
      'a plural form that the language has not',
      { people: { one: '{count} Person', few: '{count} Personen', other: '{count} Personen' } },
      'list.people: has "few", which is never counted with',
    ],
    [
      'a number that is left out',
      { people: { one: 'Eine Person', other: 'Personen' } },
      'list.people: other: lacks {count}',
    ],
  ])('finds %s', (_, list, problem) => {
    expect(checkCatalogue(words, changed(list), 'de')).toEqual([problem]);
  });

  it('finds a namespace that English has not', () => {
    expect(checkCatalogue(words, { ...german, team: {} }, 'de')).toEqual(['team: is no namespace of English']);
  });

  it('wants six forms in Arabic, and the name of one person in Japanese', () => {
    const arabic = changed({ people: { one: 'شخص', two: 'شخصان', other: '{count} شخص' } });
    expect(checkCatalogue(words, arabic, 'ar').filter((line) => line.includes('people'))).toEqual(
      ['zero', 'few', 'many'].map((category) => `list.people: lacks the plural category "${category}"`),
    );
    const japanese = changed({ people: { other: '{count}人' }, remove: { other: '{count}人を削除しますか？' } });
    expect(checkCatalogue(words, japanese, 'ja')).toEqual(['list.remove: lacks the plural category "one"']);
  });
});
