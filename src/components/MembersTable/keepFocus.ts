import { heirOf, placeOf } from './focusPlace.js';
import type { FocusPlace } from './focusPlace.js';

/** What opens above the page, and gives the focus back to where it was opened. */
const ABOVE = '[role="menu"], [role="dialog"], [role="alertdialog"]';

/** Whoever had the focus in a row that is gone is in the next one: never nowhere, whatever went first. Answers with what ends it. */
export function keepFocus(table: HTMLElement): () => void {
  const page = table.ownerDocument;
  let place: FocusPlace | null = null;
  const look = () => {
    if (place === null || page.activeElement !== page.body) return;
    // Pressing beside everything lets go of the focus; only what vanished has an heir.
    if (place.element.isConnected) place = null;
    else heirOf(table, place).focus();
  };
  const enter = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return;
    // A dialog gives it to the table where the row that it was about is gone.
    if (target === table && place !== null && !place.element.isConnected) heirOf(table, place).focus();
    else if (table.contains(target)) place = placeOf(table, target, place);
    else if (target.closest(ABOVE) === null) place = null;
  };
  const onFocusIn = ({ target }: FocusEvent) => enter(target);
  // After what took the focus away is done: whether the row is gone is known by then.
  const onFocusOut = () => queueMicrotask(look);
  const observer = new MutationObserver(look);
  observer.observe(table, { childList: true, subtree: true });
  page.addEventListener('focusin', onFocusIn);
  page.addEventListener('focusout', onFocusOut);
  enter(page.activeElement);
  return () => {
    observer.disconnect();
    page.removeEventListener('focusin', onFocusIn);
    page.removeEventListener('focusout', onFocusOut);
  };
}
