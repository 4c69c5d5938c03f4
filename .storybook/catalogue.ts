import type { Catalogue } from '../src/i18n/index.js';
import { loadMessages } from '../src/locales/index.js';
import { pseudo, PSEUDO_LOCALE } from '../test/support/pseudo.js';

/** What the toolbar calls the language that nobody speaks. */
export const PSEUDO = 'pseudo';

/** BCP 47: how numbers and dates are written in the toolbar's language. */
export const localeOf = (chosen: unknown): string => (chosen === PSEUDO ? PSEUDO_LOCALE : String(chosen ?? 'en'));

/** The words of the toolbar's language, there before its story is. */
export async function loadCatalogue(chosen: unknown): Promise<Catalogue> {
  return chosen === PSEUDO ? pseudo : loadMessages(localeOf(chosen));
}
