import type { Catalogue, Message } from '../../src/i18n/index.js';

type Words = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** More than anybody counts one by one. Languages with a form for whole millions say them as all others. */
const COUNTED = 10_000;

/** The plural categories that counting things takes in a language, in the order in which they come up. */
function countingCategories(locale: string): Set<string> {
  const rules = new Intl.PluralRules(locale);
  return new Set(Array.from({ length: COUNTED }, (_, count) => rules.select(count)));
}

const placeholdersOf = (sentence = '') => new Set(sentence.match(/\{\w+\}/g));

/** What is in one set and not in the other, written out. */
const without = (these: Iterable<string>, those: ReadonlySet<string>) => [...these].filter((one) => !those.has(one));

function sentenceProblems(english: string, translated: string, mayLeaveOut: ReadonlySet<string>): string[] {
  const wanted = placeholdersOf(english);
  const given = placeholdersOf(translated);
  return [
    ...(translated.trim() === '' ? ['is empty'] : []),
    ...without(wanted, new Set([...given, ...mayLeaveOut])).map((name) => `lacks ${name}`),
    ...without(given, new Set([...wanted, ...mayLeaveOut])).map((name) => `has ${name}, which it is not given`),
  ];
}

function pluralProblems(
  english: Exclude<Message, string>,
  translated: Exclude<Message, string>,
  locale: string,
): string[] {
  const counting = countingCategories(locale);
  // One person is spoken of by name, where English does so: also in a language that has no form for one.
  const wanted = placeholdersOf(english.one).has('{count}') ? counting : new Set([...counting, 'one']);
  const given = Object.keys(translated);
  const forms = Object.entries(translated).flatMap(([category, sentence]) => {
    const model = category === 'one' ? (english.one ?? english.other) : english.other;
    // "Both members" and "no members" say the number without it.
    const mayLeaveOut = new Set(['zero', 'one', 'two'].includes(category) ? ['{count}'] : []);
    return sentenceProblems(model, sentence, mayLeaveOut).map((problem) => `${category}: ${problem}`);
  });
  return [
    ...without(wanted, new Set(given)).map((category) => `lacks the plural category "${category}"`),
    ...without(given, new Set([...wanted, 'other'])).map(
      (category) => `has "${category}", which is never counted with`,
    ),
    ...forms,
  ];
}

function messageProblems(english: Message, translated: Message | undefined, locale: string): string[] {
  if (translated === undefined) return [`is missing. English: ${JSON.stringify(english)}`];
  if (typeof english === 'string' && typeof translated === 'string') {
    return sentenceProblems(english, translated, new Set());
  }
  if (typeof english === 'string') return ['has plural forms, where English has one sentence'];
  if (typeof translated === 'string') return ['is one sentence, where English has plural forms'];
  return pluralProblems(english, translated, locale);
}

/**
 * What is wrong with a language, a line each, such as `billing.seats: lacks {count}`: keys that are missing or too many,
 * plural categories that counting takes and that are not there, placeholders.
 */
export function checkCatalogue(english: Words, translated: Catalogue, locale: string): string[] {
  const namespaces = without(Object.keys(translated), new Set(Object.keys(english)));
  const found = Object.entries(english).flatMap(([namespace, messages]) => {
    const own = translated[namespace] ?? {};
    const tooMany = without(Object.keys(own), new Set(Object.keys(messages)));
    return [
      ...Object.entries(messages).flatMap(([key, message]) =>
        messageProblems(message, own[key], locale).map((problem) => `${namespace}.${key}: ${problem}`),
      ),
      ...tooMany.map((key) => `${namespace}.${key}: is nothing that English has`),
    ];
  });
  return [...namespaces.map((namespace) => `${namespace}: is no namespace of English`), ...found];
}
