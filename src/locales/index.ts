import type { Catalogue } from '../i18n/index.js';
import { matchLocale } from './match.js';

export { mergeMessages } from './mergeMessages.js';

/** A language that Guildhall speaks. */
export interface GuildhallLocale {
  /** BCP 47. */
  readonly code: string;
  /** What it calls itself: "Deutsch". */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The languages that Guildhall speaks, English first: for a menu of languages. */
export const locales = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'he', name: 'עברית', direction: 'rtl' },
  { code: 'pt-BR', name: 'Português (Brasil)', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
  { code: 'ja', name: '日本語', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'zh-Hans', name: '简体中文', direction: 'ltr' },
] as const satisfies readonly GuildhallLocale[];

/** Each language is a file of its own that is loaded when it is asked for. English is in the components. */
const loaders: Record<(typeof locales)[number]['code'], () => Promise<Catalogue>> = {
  en: async () => ({}),
  de: async () => (await import('./de/index.js')).de,
  ar: async () => (await import('./ar/index.js')).ar,
  he: async () => (await import('./he/index.js')).he,
  'pt-BR': async () => (await import('./pt-BR/index.js')).ptBR,
  es: async () => (await import('./es/index.js')).es,
  ja: async () => (await import('./ja/index.js')).ja,
  fr: async () => (await import('./fr/index.js')).fr,
  'zh-Hans': async () => (await import('./zh-Hans/index.js')).zhHans,
};

/**
 * Loads all the words of a language, for the provider's `messages`. Regions share their language's words: `de-AT` gets
 * German, `pt-PT` gets `pt-BR`, and numbers and dates follow the `locale` that the provider is given. A language that Guildhall does not speak
 * gets none, which leaves English.
 *
 * Rejects only where the language's file cannot be loaded.
 *
 * @example
 * const messages = await loadMessages('de');
 *
 * <GuildhallProvider adapter={adapter} locale="de" messages={messages}>
 */
export async function loadMessages(locale: string): Promise<Catalogue> {
  const code = matchLocale(
    locale,
    locales.map((one) => one.code),
  );
  return code === undefined ? {} : loaders[code]();
}
