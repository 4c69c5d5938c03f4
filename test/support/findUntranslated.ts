/** What is read out, beside the text itself. */
const ATTRIBUTES = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
];

/** Under which keys the data of a world has what people have named. */
const NAMED = new Set([
  'name',
  'title',
  'email',
  'label',
  'brand',
  'number',
  'from',
  'to',
  'plan',
  'description',
  'value',
  'line1',
  'city',
]);

/** Every name within a value, such as a world's people, addresses, workspaces and plans, and every word of these. */
export function namesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return NAMED.has(key) ? [value, ...value.split(/\s+/)] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => namesIn(one, name));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Texts of an element and of all below it: what is seen, and what is read out. */
function textsOf(root: Element): string[] {
  const elements = [...root.querySelectorAll('*')].filter((element) => element.closest('style, script') === null);
  return elements.flatMap((element) => [
    ...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue ?? ''),
    ...ATTRIBUTES.flatMap((name) => element.getAttribute(name) ?? []),
  ]);
}

/**
 * The texts on a page in the pseudo-locale that have plain letters, and so come from no catalogue. What is `data` is left
 * aside, and so are initials.
 */
export function findUntranslated(root: Element, data: readonly string[]): string[] {
  const known = [...new Set(data)].filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
  const isData = new RegExp(`(?<![a-z])(?:${known.map(escaped).join('|')})(?![a-z])`, 'gi');
  const found = textsOf(root).filter((text) =>
    /[a-z]/i.test(
      text
        .replace(isData, '')
        .trim()
        .replace(/^[A-Z]{1,2}$/, ''),
    ),
  );
  return [...new Set(found)];
}
