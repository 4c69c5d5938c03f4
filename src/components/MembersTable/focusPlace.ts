/** A row that has had the focus, and the rows around it: where the focus goes when it is gone. */
export interface FocusPlace {
  readonly element: Element;
  /** Keys of the rows after it, then of those before it, the nearest first. */
  readonly keys: readonly string[];
}

const rowsOf = (root: Element) => [...root.querySelectorAll<HTMLElement>('[data-key]')];

/** Where `element` stands among the rows of `root`. */
export function placeOf(root: Element, element: Element): FocusPlace {
  const rows = rowsOf(root);
  const index = rows.findIndex((row) => row.contains(element));
  const around = index < 0 ? [] : [...rows.slice(index + 1), ...rows.slice(0, index).toReversed()];
  return { element, keys: around.flatMap((row) => row.dataset.key ?? []) };
}

/** What takes the focus after `place` is gone: the menu of the nearest row that is left, or `root` itself. */
export function heirOf(root: HTMLElement, { keys }: FocusPlace): HTMLElement {
  const rows = new Map(rowsOf(root).map((row) => [row.dataset.key, row]));
  const row = keys.flatMap((key) => rows.get(key) ?? [])[0];
  return row?.querySelector<HTMLElement>('.gh-row-menu') ?? row?.querySelector('button') ?? root;
}
