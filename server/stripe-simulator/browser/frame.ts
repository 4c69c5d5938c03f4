let count = 0;

/** Attributes of an element; undefined and false leave one out. */
type Attributes = Record<string, string | number | boolean | undefined>;

/** Makes an element with its attributes and what is in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  owner: Document,
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = owner.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** A frame of Stripe's, and the empty page in it. */
export interface Frame {
  element: HTMLIFrameElement;
  page: Document;
}

/**
 * Puts a frame into `parent`, named as Stripe's are. A frame as Stripe's own: its focus, keys and styles are apart from
 * the host's page, so that what a host's dialogs do to frames (take the pointer away, keep the focus) shows here too.
 */
export function openFrame(parent: Element, title: string, language: string): Frame {
  const element = make(document, 'iframe', {
    name: `__privateStripeFrame${(count += 1)}`,
    title,
    allow: 'payment *',
  });
  parent.append(element);
  const page = element.contentDocument;
  if (page === null) throw new Error('The frame has no document: it has to be in the page before it is filled.');
  page.open();
  page.write('<!doctype html><html><head></head><body></body></html>');
  page.close();
  page.documentElement.lang = language;
  page.documentElement.dir = /^(?:ar|fa|he|ur)\b/u.test(language) ? 'rtl' : 'ltr';
  page.title = title;
  return { element, page };
}
