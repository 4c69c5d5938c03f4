/** Everything that separates addresses on a line, in the form that {@link plainText} leaves. */
export const SEPARATORS = ',;\t';

/**
 * A pasted text with its punctuation made plain: full-width letters and signs, ideographic commas and stops,
 * typographic spaces, other line ends; and without what cannot be seen.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replaceAll('、', ',')
    .replaceAll('。', '.')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
}

/**
 * Splits a line at separators that stand outside of double quotes. A quote that is never closed is a
 * character like any other.
 */
export function splitOutsideQuotes(line: string, separators: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const [token] of line.matchAll(/"[^"]*"|[\s\S]/g)) {
    if (token.length === 1 && separators.includes(token)) {
      parts.push(part);
      part = '';
    } else part += token;
  }
  return [...parts, part];
}

/** What a cell of a table holds: without the quotes around it, and with doubled quotes single again. */
export function unquote(cell: string): string {
  const trimmed = cell.trim();
  return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
}
