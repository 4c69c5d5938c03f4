import type { Tokens } from '../invitations/tokens.js';
import { renderInvitation } from './invitationMail.js';
import type { QueuedMail } from './queue.js';
import type { OutgoingMail } from './transport.js';

/** What mails are written with. */
export interface ComposeOptions {
  readonly appName: string;
  /** The origin that people see; its host name stands in the mails' ids. */
  readonly publicUrl: string;
  readonly tokens: Tokens;
  /** Where the link with this token leads. */
  readonly invitationUrl: (token: string) => string;
}

/** A mail as it leaves, with the link that it carries. */
export interface ComposedMail extends OutgoingMail {
  readonly url: string;
}

/** Writes a queued mail out. Its token is made now, and kept nowhere. */
export function composeMail(
  { appName, publicUrl, tokens, invitationUrl }: ComposeOptions,
  mail: QueuedMail,
): ComposedMail {
  const url = invitationUrl(tokens.issue({ invitationId: mail.invitationId, generation: mail.generation }));
  return {
    to: mail.email,
    messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
    url,
    ...renderInvitation({ ...mail, appName, url }),
  };
}
