import { createTransport } from 'nodemailer';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { EmailOptions } from '../options.js';
import type { RenderedMail } from './invitationMail.js';

/** A mail with its addresses. */
export interface OutgoingMail extends RenderedMail {
  readonly to: string;
  /** The same at every attempt, so that a mail that was sent twice is shown once. */
  readonly messageId: string;
}

/** Hands mails over to whatever carries them on. */
export interface Mailer {
  /** Rejects where the mail was not taken; see {@link isFinal}. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Milliseconds that a mail server may take: to be reached, to greet, to say anything. */
const PATIENCE = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '30000' };

/** Makes a {@link Mailer}. The outbox takes every mail and sends none: a page shows it. */
export function createMailer({ from, transport }: EmailOptions): Mailer {
  if (transport.kind === 'outbox') return { send: async () => undefined, close: () => undefined };
  const carrier: Transporter =
    transport.kind === 'custom' ? transport.transporter : createTransport(patient(transport.url));
  return {
    async send({ to, messageId, subject, text, html }) {
      const mail: SendMailOptions = {
        from,
        // As an object: nothing in the address is read as another address.
        to: { name: '', address: to },
        messageId,
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      };
      await carrier.sendMail(mail);
    },
    close: () => {
      if (transport.kind === 'smtp') carrier.close();
    },
  };
}

function patient(url: string): string {
  const patientUrl = new URL(url);
  for (const [name, ms] of Object.entries(PATIENCE)) {
    if (!patientUrl.searchParams.has(name)) patientUrl.searchParams.set(name, ms);
  }
  return patientUrl.href;
}

/** Whether the mail server refused this very mail for good (RFC 5321 §4.2.1). All else is worth another attempt. */
export function isFinal(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
