import type { World } from '../../testing/world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface SentMail {
  readonly at: number;
  readonly senderId: string;
  readonly workspaceId: string;
}

/** When a window that holds `limit` mails has room again, in milliseconds from now; 0 for at once. */
function waitFor(times: readonly number[], limit: number, window: number, now: number): number {
  if (times.length < limit) return 0;
  const leaving = times[times.length - limit];
  return leaving === undefined ? window : leaving + window - now;
}

/** Counts the mails that invitations cause, by sender and by workspace, so that nobody makes a mail gun of them. */
export class InvitationMails {
  readonly #perSender: number;
  readonly #perWorkspace: number;
  #sent: SentMail[] = [];

  constructor(limits: World['limits'] = {}) {
    this.#perSender = limits.invitationsPerSenderPerHour ?? 100;
    this.#perWorkspace = limits.invitationsPerWorkspacePerDay ?? 500;
  }

  /** How long this sender has to wait before the next mail, in milliseconds; 0 for not at all. */
  waitBefore(senderId: string, workspaceId: string, now: number): number {
    this.#sent = this.#sent.filter(({ at }) => at > now - DAY);
    const ofSender = this.#sent.filter((mail) => mail.senderId === senderId && mail.at > now - HOUR);
    const ofWorkspace = this.#sent.filter((mail) => mail.workspaceId === workspaceId);
    const times = (mails: readonly SentMail[]) => mails.map(({ at }) => at);
    return Math.max(
      waitFor(times(ofSender), this.#perSender, HOUR, now),
      waitFor(times(ofWorkspace), this.#perWorkspace, DAY, now),
    );
  }

  add(senderId: string, workspaceId: string, now: number): void {
    this.#sent.push({ at: now, senderId, workspaceId });
  }
}
