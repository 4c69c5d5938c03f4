import type { Database } from '../db/database.js';
import type { InUnit } from '../db/unit.js';
import { claimMails, postponeMail, settleMail } from './queue.js';
import type { QueuedMail } from './queue.js';
import { isFinal } from './transport.js';
import type { Mailer, OutgoingMail } from './transport.js';

/** Sends the mails of the queue. Any number of processes may do so. */
export interface MailWorker {
  /** Begins to look at the queue by itself. */
  start(): void;
  /** Looks for mails soon. Cheap, and never fails. */
  wake(): void;
  /** Sends all that is due now; resolves when it is done. */
  drain(): Promise<void>;
  /** Finishes what is under way, and begins nothing more. */
  close(): Promise<void>;
}

/** What a {@link MailWorker} is made of. */
export interface MailWorkerOptions {
  readonly database: Database;
  readonly inUnit: InUnit;
  readonly mailer: Mailer;
  readonly clock: () => Date;
  /** Writes a mail, its link too: tokens are made here and kept nowhere. */
  readonly write: (mail: QueuedMail) => OutgoingMail;
  readonly onError: (error: unknown) => void;
  /** Milliseconds between looks at the queue, for mails that are tried again. @default 5000 */
  readonly pollMs?: number | undefined;
}

const MINUTE = 60_000;
/** Waits between attempts; after the last one a mail has failed. */
const RETRY_AFTER_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 180 * MINUTE];
/** Mails that are sent at once. */
const AT_ONCE = 5;

/** Makes a {@link MailWorker}. */
export function createMailWorker(options: MailWorkerOptions): MailWorker {
  const { database, clock, onError } = options;
  let closed = false;
  let draining: Promise<void> | undefined;
  let again = false;

  const drainOnce = async () => {
    do {
      again = false;
      for (let mails = await claimMails(database, clock(), AT_ONCE); mails.length > 0;) {
        await Promise.all(mails.map((mail) => attempt(options, mail)));
        mails = closed ? [] : await claimMails(database, clock(), AT_ONCE);
      }
    } while (again && !closed);
  };
  const drain = (): Promise<void> => {
    if (closed) return Promise.resolve();
    again = true;
    draining ??= drainOnce().finally(() => (draining = undefined));
    return draining;
  };
  const wake = () => void drain().catch(onError);
  let poll: NodeJS.Timeout | undefined;

  return {
    start: () => {
      poll ??= setInterval(wake, options.pollMs ?? 5_000).unref();
      wake();
    },
    wake,
    drain,
    close: async () => {
      closed = true;
      clearInterval(poll);
      await draining?.catch(() => undefined);
      options.mailer.close();
    },
  };
}

async function attempt(
  { database, inUnit, mailer, clock, write, onError }: MailWorkerOptions,
  mail: QueuedMail,
): Promise<void> {
  // Revoked, answered or sent anew since it was asked for: its link would lead nowhere.
  if (!mail.live) return settleMail(inUnit, mail, 'dropped', null);
  try {
    await mailer.send(write(mail));
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const wait = RETRY_AFTER_MS[mail.attempts - 1];
    if (isFinal(error) || wait === undefined) return settleMail(inUnit, mail, 'failed', message);
    onError(error);
    return postponeMail(database, mail.id, new Date(clock().getTime() + wait), message);
  }
  return settleMail(inUnit, mail, 'sent', null);
}
