const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const boxOf = (row: Element | undefined) => row?.querySelector<HTMLInputElement>('.gh-row-checkbox');

/**
 * Arrows lead from the checkbox of a row to that of the next or of the one before; with Shift they select, or let go, what they
 * come to. Answers with what ends it. Rows out of sight are made as the page scrolls; the next one is always there.
 */
export function listenForArrows(table: HTMLElement): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
    const step = STEPS[key];
    if (step === undefined || ctrlKey || metaKey || altKey || !(target instanceof HTMLInputElement)) return;
    const row = target.closest('[data-key]');
    if (row === null || boxOf(row) !== target) return;
    event.preventDefault();
    const index = Number(row.getAttribute('aria-rowindex')) + step;
    const rows = [...(row.parentElement?.children ?? [])];
    const next = boxOf(rows.find((one) => one.getAttribute('aria-rowindex') === String(index)));
    if (!next) return;
    next.focus();
    if (shiftKey && next.checked !== target.checked) next.click();
  };
  table.addEventListener('keydown', onKeyDown);
  return () => table.removeEventListener('keydown', onKeyDown);
}
