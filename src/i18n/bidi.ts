// Unicode's isolates keep what stands between them from reordering what stands around it. They are invisible, and assistive
// technology does not say them.

/** What begins what runs one way, and what runs as its first letter does. */
const OPENING = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;

/** Ends an isolate. */
const CLOSING = '\u2069';

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}]/u;

/** A text that reorders nothing around it. */
const isolate = (text: string): string => `${OPENING.auto}${text}${CLOSING}`;

/**
 * What stands for a placeholder. Where the sentence runs from right to left it is isolated, since a name, an address or an amount may
 * run the other way; in a sentence from left to right only what has letters of the other direction is, so that nearly
 * all sentences are the letters that one sees, to copy and to search.
 */
export function isolateValue(value: string, sentence: 'ltr' | 'rtl'): string {
  return value !== '' && (sentence === 'rtl' || RIGHT_TO_LEFT.test(value)) ? isolate(value) : value;
}

/**
 * The pieces of a sentence that runs another way than the page, such as an English one that is not translated on an
 * Arabic page: isolated as a whole, so that its words and values stay in their order.
 */
export function isolateSentence(pieces: readonly unknown[], sentence: 'ltr' | 'rtl'): unknown[] {
  const [first, ...rest] = pieces;
  return [`${OPENING[sentence]}${String(first)}`, ...rest.slice(0, -1), `${String(rest.at(-1))}${CLOSING}`];
}
