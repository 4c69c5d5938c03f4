const TINTS = ['violet', 'blue', 'teal', 'orange', 'pink', 'indigo', 'green', 'bronze'] as const;

/** The colours that initials stand on. */
export type Tint = (typeof TINTS)[number];

/** The same tint for the same id, always. */
export function tintOf(id: string): Tint {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return TINTS[hash % TINTS.length] ?? 'violet';
}

/**
 * The first letters of the first and the last word of a name. An address counts as one word.
 *
 * @example initialsOf('Oluwaseun Adeyemi-Bartholomew') // 'OA'
 */
export function initialsOf(name: string, count: 1 | 2 = 2): string {
  const words = name.split('@')[0]?.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, count === 2 ? last : undefined]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toLocaleUpperCase();
}
