import { expect } from 'vitest';
import type { InvitationOutcome, Role } from '../../contract/index.js';
import type { Stage } from './stage.js';

/** Invites, one after the other in one call. */
export async function invite(stage: Stage, who: string, emails: readonly string[], role: Role = 'member') {
  const invitations = emails.map((email) => ({ email, role }));
  return (await stage.call(who, 'invitations.create', { workspaceId: 'acme', invitations })).outcomes;
}

/** Invites one person, which must work. */
export async function inviteOne(stage: Stage, who: string, email: string, role: Role = 'member') {
  const [outcome] = await invite(stage, who, [email], role);
  return outcome?.status === 'invited' ? outcome.invitation : expect.fail(`not invited: ${JSON.stringify(outcome)}`);
}

export const statusesOf = (outcomes: readonly InvitationOutcome[]) => outcomes.map(({ status }) => status);
