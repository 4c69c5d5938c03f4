// Unicode's isolates keep what stands between them from reordering what stands around it. They are invisible, and assistive
// technology does not say them. U+2066 begins what runs from left to right, U+2067 from right to left, U+2068 as
// its first letter does; U+2069 ends each.

/** Letters of scripts that are written from right to left: Hebrew to Arabic, their presentation forms, and Adlam. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{1e800}-\u{1efff}]/u;

/**
 * What stands for a placeholder. Where the sentence runs from right to left it is isolated, since a name, an address or an amount may
 * run the other way; in a sentence from left to right only what has letters of the other direction is, so that nearly
 * all sentences are the letters that one sees, to copy and to search.
 */
export const isolateValue = (value: string, sentence: 'ltr' | 'rtl'): string =>
  value && (sentence === 'rtl' || RIGHT_TO_LEFT.test(value)) ? `\u2068${value}\u2069` : value;

/**
 * The pieces of a sentence that runs another way than the page, such as an English one that is not translated on an
 * Arabic page: isolated as a whole, so that its words and values stay in their order.
 */
export const isolateSentence = (pieces: readonly unknown[], sentence: 'ltr' | 'rtl'): unknown[] => [
  sentence === 'rtl' ? '\u2067' : '\u2066',
  ...pieces,
  '\u2069',
];
