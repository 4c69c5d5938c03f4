import { escapeHtml } from '../email/text.js';
import type { OutboxMail } from './outbox.js';

const STYLE = `
  :root{color-scheme:light dark;--line:light-dark(#e4e4e9,#2e3135);--quiet:light-dark(#60646c,#b0b4ba);--chosen:light-dark(#edf2fe,#182449)}
  *{box-sizing:border-box}
  body{margin:0;height:100dvh;display:grid;grid-template:auto 1fr/minmax(260px,340px) 1fr;font:14px/1.45 system-ui,sans-serif;
    background:light-dark(#fff,#111113);color:light-dark(#1c2024,#edeef0)}
  header{grid-column:1/-1;padding:14px 20px;border-block-end:1px solid var(--line);display:flex;gap:12px;align-items:baseline}
  h1{font-size:16px;margin:0}header p,time,.to{margin:0;color:var(--quiet)}
  nav{overflow:auto;border-inline-end:1px solid var(--line)}ol{list-style:none;margin:0;padding:8px}
  nav a{display:block;padding:10px 12px;border-radius:8px;color:inherit;text-decoration:none}
  nav a:hover{background:light-dark(#f4f4f6,#212225)}nav a[aria-current]{background:var(--chosen)}
  nav strong{display:block;font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
  nav .to,nav time{display:block}.to{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}time{font-size:12px}
  main{display:grid;grid-template-rows:1fr auto;min-width:0;min-height:0}iframe{border:0;width:100%;height:100%;background:#fff}
  details{border-block-start:1px solid var(--line);max-height:45dvh;overflow:auto;padding:10px 20px}
  pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace}.empty{padding:40px;color:var(--quiet)}
  @media(max-width:700px){body{grid-template:auto minmax(120px,30dvh) 1fr/1fr}nav{border-inline-end:0;border-block-end:1px solid var(--line)}}`;

/** The outbox as a page without script: the mails, and the chosen one as its reader would see it. */
export function outboxPage(appName: string, mails: readonly OutboxMail[], chosen: OutboxMail | undefined): string {
  const app = escapeHtml(appName);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Outbox of ${app}</title><style>${STYLE}</style></head>
<body><header><h1>Outbox</h1><p>The mail that ${app} would send. This page exists in development only.</p></header>
<nav aria-label="Mails"><ol>${mails.map((mail) => entry(mail, mail === chosen)).join('')}</ol></nav>
<main>${chosen ? reading(chosen) : '<p class="empty">No mail yet. Invite somebody.</p>'}</main></body></html>
`;
}

function entry({ id, subject, to, status, createdAt }: OutboxMail, isChosen: boolean): string {
  const time = createdAt.toISOString();
  return `<li><a href="outbox?mail=${encodeURIComponent(id)}"${isChosen ? ' aria-current="true"' : ''}>
<strong>${escapeHtml(subject)}</strong><span class="to">${escapeHtml(to)}</span>
<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC · ${status}</time></a></li>`;
}

function reading({ id, subject, text }: OutboxMail): string {
  return `<iframe title="${escapeHtml(subject)}" src="outbox/${encodeURIComponent(id)}" sandbox="allow-top-navigation-by-user-activation"></iframe>
<details><summary>Plain text</summary><pre>${escapeHtml(text)}</pre></details>`;
}
