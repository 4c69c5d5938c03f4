/** What has had the focus, and the rows around it: where the focus goes when it is gone. */
export interface FocusPlace {
  readonly element: Element;
  /** Keys of its own row, of those after it, then of those before it, the nearest first. */
  readonly keys: readonly string[];
  /** Whether it selects a row, as what takes its place then does. */
  readonly isCheckbox: boolean;
}

const BOX = '.gh-row-checkbox';

const rowsOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('[data-key]')];

/** Where `element` stands among the rows of `root`; what stands in none is near the row of the place before. */
export function placeOf(root: Element, element: Element, before: FocusPlace | null): FocusPlace {
  const rows = rowsOf(root);
  const index = rows.findIndex((row) => row.contains(element));
  if (index < 0) return { keys: [], isCheckbox: false, ...before, element };
  const around = [...rows.slice(index), ...rows.slice(0, index).toReversed()];
  return { element, keys: around.flatMap((row) => row.dataset.key ?? []), isCheckbox: element.matches(BOX) };
}

/** What takes the focus after `place` is gone: its like in the nearest row that is left, or `root` itself. */
export function heirOf(root: HTMLElement, { keys, isCheckbox }: FocusPlace): HTMLElement {
  const rows = new Map(rowsOf(root).map((row) => [row.dataset.key, row]));
  const row = keys.flatMap((key) => rows.get(key) ?? [])[0];
  const find = (control: string) => row?.querySelector<HTMLElement>(control);
  return (isCheckbox ? find(BOX) : null) ?? find('.gh-row-menu') ?? find('button') ?? root;
}
