import { Router } from 'express';
import { GuildhallError } from 'guildhall/contract';
import type { ComposedMail } from '../email/compose.js';
import type { QueuedMail } from '../email/queue.js';
import { outboxPage } from './outboxPage.js';

/** A mail of the outbox, written out. */
export interface OutboxMail extends ComposedMail {
  readonly id: string;
  readonly status: QueuedMail['status'];
  readonly createdAt: Date;
}

/** Where the outbox's mails are. */
export interface OutboxDeps {
  /** Newest first. */
  readonly latest: () => Promise<OutboxMail[]>;
  readonly read: (id: string) => Promise<OutboxMail | undefined>;
  readonly appName: string;
}

const PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'";
const MAIL_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-ancestors 'self'";

/** Development's mail box: whoever reaches it reads all mail. Never mounted in production. */
export function outboxRouter({ latest, read, appName }: OutboxDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/outbox', async (request, response) => {
    const { mail: chosen } = request.query;
    const mails = await latest();
    response.setHeader('Content-Security-Policy', PAGE_CSP);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(outboxPage(appName, mails, mails.find(({ id }) => id === chosen) ?? mails[0]));
  });
  router.get('/outbox.json', async (_request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ items: await latest() }));
  });
  router.get('/outbox/:id', async (request, response) => {
    const mail = await read(request.params.id);
    if (!mail) throw new GuildhallError('not_found', { message: 'There is no such mail.' });
    response.setHeader('Content-Security-Policy', MAIL_CSP);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    // The mail stands in a frame; its links leave it.
    response.end(mail.html.replace('<head>', '<head><base target="_top">'));
  });
  return router;
}
