import { eq, sql } from 'drizzle-orm';
import { GuildhallError, refuse, refuseGrant } from 'guildhall/contract';
import { checkPastDue } from '../billing/pastDue.js';
import { signedIn } from '../context.js';
import type { Context, Service } from '../context.js';
import { newId } from '../db/newId.js';
import { invitations, mails } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import { countMails } from '../limits/mails.js';
import { enter } from '../workspaces/enter.js';
import { INVITATION_LIFE_MS, findPending, readInvitation } from './rows.js';

/** One mail of an invitation. */
export interface NewMail {
  readonly invitationId: string;
  readonly generation: number;
}

/** Whose mails these are. */
export interface Sender {
  readonly workspaceId: string;
  readonly senderId: string;
  readonly locale: string;
}

/** @throws GuildhallError `unavailable` with `mail_not_configured` */
export function checkMail({ mailConfigured }: Context): void {
  if (mailConfigured) return;
  throw new GuildhallError('unavailable', {
    message: 'Mail is not configured, so nobody can be invited. Give createGuildhall `email`.',
    details: { reason: 'mail_not_configured' },
  });
}

/** Queues mails. They hold ids alone: a link is made when its mail is. */
export async function queueMails({ orm, now }: Unit, sender: Sender, queued: readonly NewMail[]): Promise<void> {
  if (queued.length === 0) return;
  await orm
    .insert(mails)
    .values(queued.map((mail) => ({ ...mail, ...sender, id: newId('mail'), createdAt: now, nextAttemptAt: now })));
}

/** When an invitation that is sent now expires. */
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + INVITATION_LIFE_MS);

/** What sending anew changes in an invitation. */
export const renewal = (now: Date) => ({
  generation: sql`${invitations.generation} + 1`,
  sentAt: now,
  expiresAt: expiryFrom(now),
});

export const resendInvitation: Service<'invitations.resend'> =
  (context) =>
  (actor, { workspaceId, invitationId }) =>
    context.inUnit(async (unit) => {
      const { me, person } = await enter(unit, 'invitations.resend', actor, workspaceId);
      checkMail(context);
      await checkPastDue(context, unit, workspaceId);
      const { email, role, generation } = await findPending(unit, workspaceId, invitationId);
      refuse(refuseGrant(me, role));
      const allowance = await countMails(unit, context.limits, { senderId: me.userId, workspaceId, now: unit.now });
      const retryAfterMs = allowance.wait();
      if (retryAfterMs > 0) {
        throw new GuildhallError('rate_limited', {
          message: 'Too many invitation mails in a short time.',
          retryAfterMs,
        });
      }
      await unit.orm.update(invitations).set(renewal(unit.now)).where(eq(invitations.id, invitationId));
      const sender = { workspaceId, senderId: me.userId, locale: signedIn(actor).locale ?? 'en' };
      await queueMails(unit, sender, [{ invitationId, generation: generation + 1 }]);
      unit.changes.add({ of: 'invitation', workspaceId, invitationId, email });
      unit.changes.record(workspaceId, person, 'invitation.resent', { email });
      return readInvitation(unit, workspaceId, invitationId);
    });
