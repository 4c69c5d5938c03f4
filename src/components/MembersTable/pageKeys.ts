import { listenForArrows } from './arrowKeys.js';
import { keepFocus } from './keepFocus.js';
import { listenForSearch } from './searchKey.js';

/** Begins to hear of what is pressed on the page, until `ended`; `first` is what woke it, for `/`, or null where that is not heard. */
export function listenToPage(table: HTMLElement, first: Event | null, ended: AbortSignal): void {
  const ends = [keepFocus(table), listenForArrows(table), ...(first ? [listenForSearch(table, first)] : [])];
  ended.addEventListener('abort', () => {
    for (const end of ends) end();
  });
}
