import type { Database } from '../db/database.js';
import type { InUnit } from '../db/unit.js';
import type { OutboxDeps, OutboxMail } from '../http/outbox.js';
import type { Tokens } from '../invitations/tokens.js';
import type { GuildhallOptions } from '../options.js';
import { composeMail } from './compose.js';
import { latestMails, readMail } from './queue.js';
import type { QueuedMail } from './queue.js';
import { createMailer } from './transport.js';
import { createMailWorker } from './worker.js';
import type { MailWorker } from './worker.js';

/** All that mail is: the worker that sends it, and the outbox where nothing is sent. */
export interface Mail {
  readonly worker: MailWorker;
  readonly outbox: OutboxDeps | undefined;
}

/** What mail is made of. */
export interface MailOptions extends Pick<GuildhallOptions, 'email' | 'appName' | 'publicUrl'> {
  readonly database: Database;
  readonly inUnit: InUnit;
  readonly clock: () => Date;
  readonly onError: (error: unknown) => void;
  readonly tokens: Tokens;
  readonly invitationUrl: (token: string) => string;
}

/** Mails that the outbox shows. */
const SHOWN = 100;

/** Sets mail up, where the host has any. */
export function createMail(options: MailOptions): Mail | undefined {
  const { email, database, clock, appName } = options;
  if (!email) return undefined;
  const write = (mail: QueuedMail) => composeMail(options, mail);
  const show = (mail: QueuedMail): OutboxMail => ({
    ...write(mail),
    id: mail.id,
    status: mail.status,
    createdAt: mail.createdAt,
  });
  const outbox: OutboxDeps = {
    appName,
    latest: async () => (await latestMails(database, clock(), SHOWN)).map(show),
    read: async (id) => {
      const mail = await readMail(database, clock(), id);
      return mail && show(mail);
    },
  };
  const worker = createMailWorker({ ...options, mailer: createMailer(email), write });
  return { worker, outbox: email.transport.kind === 'outbox' ? outbox : undefined };
}
