import type { CardBrand } from '../payments/cards.js';

const DRAWINGS: Partial<Record<CardBrand, string>> = {
  visa: '<rect width="24" height="16" fill="#fff"/><path fill="#00579f" d="M9.6 11 10.9 5h1.6l-1.3 6Zm7-5.85a4 4 0 0 0-1.5-.25c-1.6 0-2.7.8-2.7 2 0 .9.8 1.35 1.45 1.65.65.3.85.5.85.8 0 .4-.5.6-1 .6a3.7 3.7 0 0 1-1.6-.35l-.25 1.25c.5.2 1.1.3 1.7.3 1.7 0 2.8-.8 2.8-2.05 0-.7-.4-1.2-1.4-1.65-.55-.3-.9-.45-.9-.75s.3-.55.95-.55a3 3 0 0 1 1.3.25ZM8.7 5 6.2 11H4.5L3.2 6.2a1 1 0 0 0-.4-.5A6 6 0 0 0 1.5 5.2V5h2.65c.35 0 .7.25.75.65l.65 3.35L7.1 5Zm13.5 6-1.4-6h-1.3c-.3 0-.55.15-.7.4L16.3 11h1.7l.35-.9h2.1l.2.9Zm-3.4-2.2.85-2.3.5 2.3Z"/>',
  mastercard:
    '<rect width="24" height="16" fill="#252525"/><circle cx="9.5" cy="8" r="5" fill="#eb001b"/><circle cx="14.5" cy="8" r="5" fill="#f79e1b"/><path fill="#ff5f00" d="M12 3.67a5 5 0 0 1 0 8.66 5 5 0 0 1 0-8.66Z"/>',
  amex: '<rect width="24" height="16" fill="#016fd0"/><path fill="none" stroke="#fff" stroke-width="1.3" d="M2.3 10.6 4.2 5.8h.6l1.9 4.8M3.2 9.1h2.6M8.2 10.6V5.8l1.9 3 1.9-3v4.8M17 6.2h-2.8v4.2H17M14.2 8.3h2.6M18.2 5.8l3.6 4.8M21.8 5.8l-3.6 4.8"/>',
};

const PLAIN =
  '<rect width="24" height="16" fill="#8f96a3"/><rect y="3" width="24" height="3" fill="#5b6270"/><rect x="3" y="10" width="6" height="2" fill="#fff"/>';

/** A small picture of a card of this network. */
export function markOf(owner: Document, brand: CardBrand): SVGElement {
  const svg = owner.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.innerHTML = DRAWINGS[brand] ?? PLAIN;
  return svg;
}
