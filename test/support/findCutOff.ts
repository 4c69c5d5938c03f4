/** The nearest element that is a box, since inline ones have no room of their own. */
function boxOf(element: Element): Element {
  const isInline = getComputedStyle(element).display.startsWith('inline') && element.clientWidth === 0;
  return isInline && element.parentElement ? boxOf(element.parentElement) : element;
}

/** Whether what is beyond an element's edge can be scrolled to. */
const scrolls = (element: Element): boolean =>
  /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth;

/** For screen readers alone, such as the head of a table that is a list on a phone. */
const isForReaders = (element: Element): boolean => getComputedStyle(element).clipPath === 'inset(50%)';

function isExempt(box: Element): boolean {
  if (!box.checkVisibility({ visibilityProperty: true })) return true;
  for (let one: Element | null = box; one; one = one.parentElement) {
    if (isForReaders(one) || (one !== box && scrolls(one))) return true;
  }
  return false;
}

/**
 * The texts in the pseudo-locale for which there is no room: longer than their box, or beyond the page's edge.
 * Known by the brackets around each. On a phone a text may end in an ellipsis.
 */
export function findCutOff(root: Element, isPhone = window.innerWidth < 560): string[] {
  const said = [...root.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /[⟦⟧]/.test(node.nodeValue ?? '')),
  );
  return said.flatMap((element) => {
    const box = boxOf(element);
    const { left, right } = box.getBoundingClientRect();
    if (isPhone && getComputedStyle(box).textOverflow === 'ellipsis') return [];
    const isCut = box.scrollWidth > box.clientWidth + 1 || left < -1 || right > window.innerWidth + 1;
    return !isCut || isExempt(box) ? [] : [`${element.textContent} in .${box.className}`];
  });
}
