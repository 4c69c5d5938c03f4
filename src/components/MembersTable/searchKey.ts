/** Where a slash is a letter, or belongs to what is open above the page. */
const TAKEN =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="dialog"], [role="alertdialog"]';

/** `/` leads to the search of `table`, unless it is typed. Answers with what ends it. `first` is a key that was pressed already. */
export function listenForSearch(table: HTMLElement, first: Event): () => void {
  const page = table.ownerDocument;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented) return;
    if (page.activeElement?.closest(TAKEN)) return;
    const search = table.querySelector<HTMLInputElement>('input[type="search"]');
    if (search === null) return;
    event.preventDefault();
    search.focus();
  };
  if (first instanceof KeyboardEvent) onKeyDown(first);
  page.addEventListener('keydown', onKeyDown);
  return () => page.removeEventListener('keydown', onKeyDown);
}
