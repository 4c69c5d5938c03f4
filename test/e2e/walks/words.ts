import type { Catalogue, Message } from '../../../src/i18n/index.js';
import { loadMessages } from '../../../src/locales/index.js';
import { english } from '../../support/english.js';

/** Says how something is called on screen, whatever stands in the places of its `{placeholders}`. */
export type Words = (namespace: string, key: string) => RegExp;

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
/** Marks that keep names in order are part of a name; nobody sees them. */
const MARKS = String.raw`[\u2066-\u2069]*`;

function patternOf(sentence: string): string {
  const parts = sentence.split(/\{\w+\}/).map((part) => escaped(part));
  return parts.join('.+');
}

/** The words of a language, as its screens say them. */
export async function wordsOf(locale: string): Promise<Words> {
  const catalogue: Catalogue = await loadMessages(locale);
  return (namespace, key) => {
    const message: Message | undefined = catalogue[namespace]?.[key] ?? english[namespace]?.[key];
    if (message === undefined) throw new Error(`There is no ${namespace}.${key}.`);
    const forms = typeof message === 'string' ? [message] : Object.values(message);
    return new RegExp(`^${MARKS}(?:${forms.map((form) => patternOf(form)).join('|')})${MARKS}$`, 'u');
  };
}
