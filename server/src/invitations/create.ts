import { eq } from 'drizzle-orm';
import { isEmailAddress, isExpired, normaliseEmail, placesLeft, refuseGrant, toSearchKey } from 'guildhall/contract';
import type { InvitationOutcome, Role } from 'guildhall/contract';
import { checkPastDue } from '../billing/pastDue.js';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { statement } from '../db/database.js';
import { newId } from '../db/newId.js';
import { invitations } from '../db/schema.js';
import type { Unit } from '../db/unit.js';
import { countMails } from '../limits/mails.js';
import type { MailAllowance } from '../limits/mails.js';
import { enter } from '../workspaces/enter.js';
import type { Scope } from '../workspaces/enter.js';
import { findInvitations, findPendingFor } from './rows.js';
import type { InvitationRow } from './rows.js';
import { checkMail, expiryFrom, queueMails, renewal } from './send.js';

const MEMBERS_AT = statement<{ email: string }>(
  'invitations_members_at',
  `select u.email from guildhall.members m join guildhall.users u on u.id = m.user_id
    where m.workspace_id = $1 and u.email = any($2::text[])`,
);
const COUNT_LIVE = statement<{ count: number }>(
  'invitations_count_live',
  `select count(*)::int as count from guildhall.invitations where workspace_id = $1 and status = 'pending' and expires_at > $2`,
);

/** Everything that stands in the way of inviting, read at once under the workspace's lock. */
interface Situation {
  readonly scope: Scope;
  readonly members: ReadonlySet<string>;
  readonly pending: ReadonlyMap<string, InvitationRow>;
  readonly allowance: MailAllowance;
  readonly now: number;
  /** Members and live invitations; grows with each one that is invited. */
  used: number;
}

/** An invitation to be made, or one that expired to be made anew: there is one for each address. */
interface Invited {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly generation: number;
}

/** An outcome, or what will be `invited` once it is written. */
type Decision = Exclude<InvitationOutcome, { status: 'invited' }> | Invited;

async function readSituation(unit: Unit, scope: Scope, emails: string[], allowance: MailAllowance): Promise<Situation> {
  const { workspace, memberCount } = scope;
  const members = await unit.query(MEMBERS_AT, [workspace.id, emails]);
  const [live] = await unit.query(COUNT_LIVE, [workspace.id, unit.now]);
  return {
    scope,
    members: new Set(members.map(({ email }) => email)),
    pending: await findPendingFor(unit, workspace.id, emails),
    allowance,
    now: unit.now.getTime(),
    used: memberCount + (live?.count ?? 0),
  };
}

function decideOne(situation: Situation, email: string, role: Role): Decision {
  const { scope, members, pending, allowance, now, used } = situation;
  if (members.has(email)) return { status: 'already_member', email };
  const before = pending.get(email);
  if (before && !isExpired(before, now)) return { status: 'already_invited', email, invitation: before.invitation };
  if (refuseGrant(scope.me, role)) return { status: 'above_own_role', email };
  const max = scope.workspace.memberLimit;
  if (max !== null && placesLeft(max, used) === 0) return { status: 'limit_exceeded', email, max, used };
  const retryAfterMs = allowance.wait();
  if (retryAfterMs > 0) return { status: 'rate_limited', email, retryAfterMs };
  situation.used += 1;
  allowance.add();
  return { id: before?.id ?? newId('inv'), email, role, generation: (before?.generation ?? 0) + 1 };
}

async function write(unit: Unit, workspaceId: string, invitedBy: string, invited: readonly Invited[]): Promise<void> {
  const { orm, now } = unit;
  for (const { id, role } of invited.filter(({ generation }) => generation > 1)) {
    await orm
      .update(invitations)
      .set({ ...renewal(now), role, invitedBy, createdAt: now })
      .where(eq(invitations.id, id));
  }
  const fresh = invited.filter(({ generation }) => generation === 1);
  if (fresh.length === 0) return;
  const same = { workspaceId, invitedBy, createdAt: now, sentAt: now, expiresAt: expiryFrom(now) };
  await orm.insert(invitations).values(fresh.map((one) => ({ ...same, ...one, searchKey: toSearchKey(one.email) })));
}

/** What becomes of each address, in the order of the input. */
function decideAll(situation: Situation, wanted: readonly { email: string; role: Role }[]): Decision[] {
  const seen = new Set<string>();
  return wanted.map(({ email: typed, role }) => {
    const email = normaliseEmail(typed);
    if (!isEmailAddress(email)) return { status: 'invalid', email: typed };
    if (seen.has(email)) return { status: 'duplicate', email };
    seen.add(email);
    return decideOne(situation, email, role);
  });
}

export const createInvitations: Service<'invitations.create'> = (context) => (actor, input) =>
  context.inUnit(async (unit) => {
    const { workspaceId } = input;
    const scope = await enter(unit, 'invitations.create', actor, workspaceId);
    checkMail(context);
    await checkPastDue(context, unit, workspaceId);
    const { me, person } = scope;
    const allowance = await countMails(unit, context.limits, { senderId: me.userId, workspaceId, now: unit.now });
    const emails = input.invitations.map(({ email }) => normaliseEmail(email)).filter(isEmailAddress);
    const decisions = decideAll(await readSituation(unit, scope, emails, allowance), input.invitations);
    const invited = decisions.filter((decision) => 'id' in decision);
    await write(unit, workspaceId, me.userId, invited);
    const sender = { workspaceId, senderId: me.userId, locale: signedIn(actor).locale ?? 'en' };
    await queueMails(
      unit,
      sender,
      invited.map(({ id, generation }) => ({ invitationId: id, generation })),
    );
    for (const { id, email, role } of invited) {
      unit.changes.add({ of: 'invitation', workspaceId, invitationId: id, email });
      unit.changes.record(workspaceId, person, 'invitation.sent', { email, role });
    }
    const written = await findInvitations(
      unit,
      workspaceId,
      invited.map(({ id }) => id),
    );
    const outcomes = decisions.flatMap((decision): InvitationOutcome[] => {
      if (!('id' in decision)) return [decision];
      const row = written.get(decision.id);
      return row ? [{ status: 'invited', email: decision.email, invitation: row.invitation }] : [];
    });
    return { outcomes };
  });
