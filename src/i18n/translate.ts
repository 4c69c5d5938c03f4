import type { ArgumentsOf, Message, MessageOverrides, Messages, MessageSet } from './defineMessages.js';
import { numberFormat, pluralRules } from './formats.js';

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

/** The sentence of a message: of a plural, the one for `count`. */
export function choose(message: Message, values: Values, locale: string): string {
  if (typeof message === 'string') return message;
  return message[pluralRules(locale).select(Number(values.count))] ?? message.other;
}

/** A sentence cut at its placeholders, with what stands for them. */
export function pieces(sentence: string, values: Values, locale: string): unknown[] {
  return sentence.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    const value = values[piece];
    return typeof value === 'number' ? numberFormat(locale).format(value) : value;
  });
}

/**
 * Makes the function that says a component's words. The first layer that has a key wins: `layers`
 * go from the nearest (the component's own prop) to the farthest (the locale), then English.
 */
export function createTranslate<M extends Messages>(
  set: MessageSet<M>,
  locale: string,
  layers: readonly (MessageOverrides | undefined)[],
): Translate<M> {
  const find = (key: string): Message => {
    for (const layer of layers) {
      const found = layer?.[key];
      if (found !== undefined) return found;
    }
    const own = set.messages[key];
    if (own === undefined) throw new Error(`Guildhall: "${set.namespace}" has no message "${key}".`);
    return own;
  };
  const parts = (key: string, values: Values = {}) => pieces(choose(find(key), values, locale), values, locale);
  const say = (key: string, values?: Values) => parts(key, values).join('');
  return Object.assign(say, { parts }) as Translate<M>;
}
