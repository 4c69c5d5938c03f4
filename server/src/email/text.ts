const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A name on one line: names come from the host's sign-in too, and a line break could begin another header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** A text that no mail program makes a link of, by an invisible character behind what addresses are joined with. */
export function unlinked(text: string): string {
  return text.replace(/[.:/@](?=\S)/g, '$&\u2060');
}

const RIGHT_TO_LEFT = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}]/u;

/**
 * What stands within a sentence and may run the other way, kept from reordering the rest by Unicode's invisible isolates; a text
 * that runs as the sentence does is left as it is. Overrides of direction in a name would reach beyond it, and go.
 */
export function isolated(text: string, sentence: 'ltr' | 'rtl'): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  return sentence === 'rtl' || RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
