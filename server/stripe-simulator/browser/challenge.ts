import { make, openFrame } from './frame.js';
import type { Authentication } from './intents.js';
import { languageOf, wordsFor } from './words.js';

const STYLES = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;place-items:center;padding:16px;background:rgb(0 0 0/50%);color:#30313d;
  font:400 16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
[role=dialog]{width:min(400px,100%);padding:32px;background:#fff;border-radius:8px;box-shadow:0 16px 48px rgb(0 0 0/25%)}
h1{margin:0 0 8px;font-size:20px;font-weight:600;line-height:1.3}
p{margin:0 0 24px;color:#6d6e78}
button{display:block;width:100%;padding:10px 16px;border:1px solid #c0c8d2;border-radius:6px;background:#fff;color:inherit;
  font:inherit;font-weight:500;cursor:pointer}
button:first-of-type{margin-bottom:8px;border-color:#0055bc;background:#0055bc;color:#fff}
button:focus-visible{outline:2px solid #0055bc;outline-offset:2px}
`;

/** Over everything, as Stripe's own: at the beginning of the body, in a frame; what the body forbids, it forbids here too. */
const COVER = 'position:fixed;inset:0;z-index:2147483647;visibility:visible;background:transparent';

/** Keeps Tab between the buttons: behind them there is nothing to do now. */
function trapFocus(page: Document, buttons: readonly HTMLButtonElement[]): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button === page.activeElement);
    buttons[(at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length]?.focus();
  });
}

/** Shows the test bank's page and waits for what it is told. Escape is a failure, as leaving a bank's page is. */
export async function challenge(locale: string): Promise<Authentication> {
  const words = wordsFor(locale);
  const before = document.activeElement;
  const cover = make(document, 'div', { tabindex: -1, style: COVER });
  document.body.prepend(cover);
  const { element, page } = openFrame(cover, words.challengeTitle, languageOf(locale));
  element.style.cssText = 'border:0;width:100%;height:100%;display:block;color-scheme:light';
  const complete = make(page, 'button', { type: 'button' }, words.complete);
  const fail = make(page, 'button', { type: 'button' }, words.fail);
  page.head.append(make(page, 'style', {}, STYLES));
  page.body.append(
    make(
      page,
      'main',
      { role: 'dialog', 'aria-modal': true, 'aria-labelledby': 'title', 'aria-describedby': 'text' },
      make(page, 'h1', { id: 'title' }, words.challengeTitle),
      make(page, 'p', { id: 'text' }, words.challengeText),
      complete,
      fail,
    ),
  );
  trapFocus(page, [complete, fail]);
  element.focus();
  complete.focus();
  const result = await new Promise<Authentication>((resolve) => {
    complete.addEventListener('click', () => resolve('succeeded'));
    fail.addEventListener('click', () => resolve('failed'));
    page.addEventListener('keydown', (event) => event.key === 'Escape' && resolve('failed'));
  });
  cover.remove();
  if (before instanceof HTMLElement) before.focus();
  return result;
}
