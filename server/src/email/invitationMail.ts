import type { Role } from 'guildhall/contract';
import { escapeHtml, isolated, oneLine, unlinked } from './text.js';
import { wordsFor } from './words.js';
import type { InvitationFacts } from './words.js';

/** What an invitation mail is written from. */
export interface InvitationMail {
  /** BCP 47. */
  readonly locale: string;
  readonly appName: string;
  readonly workspaceName: string;
  readonly inviterName: string | null;
  readonly role: Role;
  readonly email: string;
  /** With the token in its fragment. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** A mail as it is sent, but for its addresses. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes an invitation mail, in HTML and in plain text that says the same. */
export function renderInvitation(mail: InvitationMail): RenderedMail {
  const { words, tag, direction } = wordsFor(mail.locale);
  const within = (text: string) => isolated(text, direction);
  const workspace = oneLine(mail.workspaceName);
  const inviter = mail.inviterName === null ? null : oneLine(mail.inviterName);
  const app = oneLine(mail.appName);
  /** What names are told as; `shown` is how a name is put. */
  const facts = (shown: (name: string) => string): InvitationFacts => ({
    inviter: inviter === null ? null : within(shown(inviter)),
    workspace: within(shown(workspace)),
    app: within(app),
    role: mail.role,
  });
  // In the body a name must not become a link: anybody may call a workspace `www.foe.example`.
  const body = facts(unlinked);
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(mail.expiresAt);
  const parts: Parts = {
    title: words.title(body),
    body: words.body(body),
    role: words.role[mail.role],
    button: words.button,
    link: words.link,
    url: mail.url,
    expiry: words.expiry({ email: within(mail.email), date: within(date) }),
    unexpected: words.unexpected,
    app,
    monogram: [...workspace][0]?.toLocaleUpperCase(tag) ?? '',
  };
  const subject = words.subject(facts((name) => name));
  return { subject, text: toText(parts), html: toHtml(parts, tag, direction) };
}

type Parts = Readonly<
  Record<'title' | 'body' | 'role' | 'button' | 'link' | 'url' | 'expiry' | 'unexpected' | 'app' | 'monogram', string>
>;

function toText({ title, body, role, button, url, expiry, unexpected, app }: Parts): string {
  return [title, `${body}\n${role}`, `${button}:\n${url}`, `${expiry}\n${unexpected}`, `-- \n${app}\n`].join('\n\n');
}

const STYLE = `
  body{margin:0;background:#f4f4f6;color:#1c2024;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}
  a{color:#3e63dd}.card{background:#fff;border:1px solid #e4e4e9}.quiet{color:#60646c}
  @media (prefers-color-scheme:dark){body,.page{background:#111113!important;color:#edeef0!important}
    .card{background:#18191b!important;border-color:#2e3135!important}.quiet{color:#b0b4ba!important}a{color:#9eb1ff!important}
    .button a{color:#fff!important}}`;

/** Tables and inline styles: what mail programs have agreed on. The colours are those of the interface. */
function toHtml(parts: Parts, tag: string, direction: 'ltr' | 'rtl'): string {
  const t = Object.fromEntries(
    Object.entries(parts).map(([key, value]) => [key, escapeHtml(value)]),
  ) as unknown as Parts;
  return `<!doctype html>
<html lang="${escapeHtml(tag)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${t.title}</title><style>${STYLE}</style></head>
<body dir="${direction}">
<div style="display:none;max-height:0;overflow:hidden">${t.body}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f4f6"><tr><td align="center" style="padding:40px 16px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e4e4e9;border-radius:12px">
<tr><td style="padding:36px 36px 8px">
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td width="48" height="48" align="center" valign="middle" aria-hidden="true" style="background:#3e63dd;border-radius:10px;color:#ffffff;font-size:22px;font-weight:600">${t.monogram}</td></tr></table>
<h1 style="margin:20px 0 8px;font-size:22px;line-height:1.3;font-weight:650">${t.title}</h1>
<p style="margin:0 0 8px">${t.body}</p>
<p class="quiet" style="margin:0;color:#60646c">${t.role}</p>
</td></tr>
<tr><td style="padding:16px 36px 8px">
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td class="button" align="center" style="background:#3e63dd;border-radius:8px">
<a href="${t.url}" style="display:inline-block;padding:12px 22px;color:#ffffff;font-weight:600;text-decoration:none">${t.button}</a>
</td></tr></table>
</td></tr>
<tr><td class="quiet" style="padding:16px 36px 36px;font-size:13px;color:#60646c">
<p style="margin:0 0 12px">${t.expiry} ${t.unexpected}</p>
<p style="margin:0">${t.link}<br><a href="${t.url}" dir="ltr" style="word-break:break-all">${t.url}</a></p>
</td></tr>
</table>
<p class="quiet" style="margin:16px 0 0;font-size:13px;color:#60646c">${t.app}</p>
</td></tr></table>
</body>
</html>
`;
}
