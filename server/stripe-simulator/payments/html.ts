import type { Answer } from '../kernel/route.js';

const ENTITIES: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that can stand in HTML, between tags and in quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (found) => ENTITIES[found] ?? found);

/** The style of the simulator's own pages. */
const PAGE_STYLE = `
:root{color-scheme:light dark}
body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
form{display:inline-block;margin:0 .5rem .5rem 0}
button,select{font:inherit;padding:.4rem .8rem}
table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.25rem .5rem;border-bottom:1px solid #8884}
`;

/** A whole page. `body` is HTML already. */
export function htmlDocument(status: number, title: string, body: string): Answer {
  const name = escapeHtml(title);
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title><style>${PAGE_STYLE}</style></head><body><main><h1>${name}</h1>${body}</main></body></html>`,
  };
}

/** A page of a heading, sentences, and a link where there is somewhere to go. */
export function htmlPage(
  status: number,
  title: string,
  sentences: readonly string[],
  link?: { href: string | null; label: string },
): Answer {
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('');
  const isWeb = link?.href?.startsWith('http') ?? false;
  const end = link && isWeb ? `<p><a href="${escapeHtml(link.href ?? '')}">${escapeHtml(link.label)}</a></p>` : '';
  return htmlDocument(status, title, paragraphs + end);
}
