import { isolateSentence, isolateValue } from './bidi.js';
import type { ArgumentsOf, Message, MessageOverrides, Messages, MessageSet } from './defineMessages.js';
import { directionOf, numberFormat, pluralRules } from './formats.js';

/** Every namespace's replacements: what a locale is made of, and what the provider's `messages` takes. */
export type Catalogue = Readonly<Record<string, MessageOverrides>>;

/** A component's words in the viewer's language. */
export interface Translate<M extends Messages> {
  /** The sentence. */
  <K extends keyof M & string>(key: K, ...values: ArgumentsOf<M[K]>): string;
  /** The sentence in pieces, so that some of them can be elements: a name in bold, an address in `bdi`. */
  parts<K extends keyof M & string, V>(key: K, ...values: ArgumentsOf<M[K], V>): (string | V)[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The sentence of a message: of a plural, the one for `count`. For 1 that is `one` also in a language without a plural, which may have
 * a sentence of its own for one person, with the name.
 */
export function choose(message: Message, values: Values, locale: string): string {
  if (typeof message === 'string') return message;
  const count = Number(values.count);
  return message[count === 1 ? 'one' : pluralRules(locale).select(count)] ?? message.other;
}

/** A sentence cut at its placeholders, with what stands for them. `direction` is the sentence's own. */
export function pieces(sentence: string, values: Values, locale: string, direction: 'ltr' | 'rtl'): unknown[] {
  return sentence.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const value = values[piece];
    if (typeof value === 'number') return numberFormat(locale).format(value);
    return typeof value === 'string' ? isolateValue(value, direction) : value;
  });
}

/**
 * Makes the function that says a component's words. The first layer that has a key wins: `layers`
 * go from the nearest (the component's own prop) to the farthest (the locale), then English. `page` is the direction of what
 * the words stand in.
 */
export function createTranslate<M extends Messages>(
  set: MessageSet<M>,
  locale: string,
  layers: readonly (MessageOverrides | undefined)[],
  page: 'ltr' | 'rtl' = directionOf(locale),
): Translate<M> {
  const find = (key: string): { message: Message; language: string } => {
    for (const layer of layers) {
      const found = layer?.[key];
      if (found !== undefined) return { message: found, language: locale };
    }
    const own = set.messages[key];
    if (own === undefined) throw new Error(`Guildhall: "${set.namespace}" has no message "${key}".`);
    return { message: own, language: 'en' };
  };
  const parts = (key: string, values: Values = {}) => {
    const { message, language } = find(key);
    const direction = directionOf(language);
    const said = pieces(choose(message, values, language), values, locale, direction);
    return said.length > 1 && direction !== page ? isolateSentence(said, direction) : said;
  };
  const say = (key: string, values?: Values) => parts(key, values).join('');
  return Object.assign(say, { parts }) as Translate<M>;
}
