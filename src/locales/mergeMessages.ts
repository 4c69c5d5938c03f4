import type { Catalogue } from '../i18n/index.js';

/**
 * Lays catalogues over each other, key by key: the last that has a key wins. For a few words of your own over a language.
 *
 * @example
 * const messages = mergeMessages(await loadMessages('de'), { membersTable: { title: 'Team' } });
 */
export function mergeMessages(...catalogues: readonly Catalogue[]): Catalogue {
  const merged: Record<string, Catalogue[string]> = {};
  for (const catalogue of catalogues) {
    for (const [namespace, messages] of Object.entries(catalogue)) {
      merged[namespace] = { ...merged[namespace], ...messages };
    }
  }
  return merged;
}
