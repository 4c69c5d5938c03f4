import { isGuildhallError } from '../../contract/index.js';
import type { Invitation, Member, Role } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import { copyText } from '../../ui/index.js';
import type { actionMessages } from './actions.messages.js';
import type { RoleWords } from '../parts/role.messages.js';
import type { MembersContextValue } from './context.js';
import type { Question } from './types.js';

/** What doing something takes: the table's context, and the words for what has been done. */
export interface Doing extends MembersContextValue {
  readonly words: Translate<(typeof actionMessages)['messages']>;
  readonly roles: RoleWords;
}

/** Does it, and has the row say why where it is refused. */
async function attempt(
  { forget, offerUndo, tell, words, explain }: Doing,
  id: string,
  failed: 'notChanged' | 'notSent',
  work: () => Promise<unknown>,
): Promise<void> {
  forget();
  offerUndo(null);
  try {
    await work();
  } catch (error) {
    tell(id, 'error', words(failed, { reason: explain(error) }));
  }
}

/** Gives a member a role. */
export async function changeRole(doing: Doing, { id, name, role: before }: Member, role: Role): Promise<void> {
  const { workspace, operations, announce, words, roles } = doing;
  if (before === role) return;
  await attempt(doing, id, 'notChanged', async () => {
    await operations.updateRole?.({ workspaceId: workspace.id, memberId: id, role });
    announce(words('roleChanged', { name, role: roles(role) }));
  });
}

/** Makes a member a billing contact, or no longer one. */
export function setBillingContact(doing: Doing, { id }: Member, billingContact: boolean): Promise<void> {
  const { workspace, operations } = doing;
  return attempt(doing, id, 'notChanged', async () =>
    operations.updateBillingContact?.({ workspaceId: workspace.id, memberId: id, billingContact }),
  );
}

/** Changes the role that an invitation will give. */
export function changeInvitationRole(doing: Doing, { id, email }: Invitation, role: Role): Promise<void> {
  const { workspace, operations, announce, words, roles } = doing;
  return attempt(doing, id, 'notChanged', async () => {
    await operations.updateInvitation?.({ workspaceId: workspace.id, invitationId: id, role });
    announce(words('roleChanged', { name: email, role: roles(role) }));
  });
}

/** Sends invitations again, each with a new link. */
export async function resend(doing: Doing, invitations: readonly Invitation[]): Promise<void> {
  const { workspace, operations, tell, words } = doing;
  for (const { id } of invitations) {
    await attempt(doing, id, 'notSent', async () => {
      await operations.resend?.({ workspaceId: workspace.id, invitationId: id });
      tell(id, 'success', words('sentAgain'));
    });
  }
}

/** Copies a text, which may still be on its way, and has the row say so. */
async function copy({ tell, words }: Doing, id: string, text: string | Promise<string>, said: string): Promise<void> {
  try {
    await copyText(text);
    tell(id, 'success', said);
  } catch {
    tell(id, 'error', words('copyFailed'));
  }
}

/** Copies a member's address. */
export const copyEmail = (doing: Doing, { id, email }: Member): Promise<void> =>
  copy(doing, id, email, doing.words('emailCopied'));

/** Copies an invitation's link, which is made on the spot. */
export function copyLink(doing: Doing, { id }: Invitation): Promise<void> {
  const asked = doing.operations.link?.({ workspaceId: doing.workspace.id, invitationId: id });
  if (asked === undefined) return Promise.resolve();
  return copy(
    doing,
    id,
    asked.then(({ url }) => url),
    doing.words('linkCopied'),
  );
}

async function remove(doing: Doing, { id, name }: Member): Promise<void> {
  const { workspace, operations, announce, words } = doing;
  const removal = { workspaceId: workspace.id, memberIds: [id], onProgress: () => undefined };
  const [refused] = (await operations.remove?.(removal)) ?? [];
  if (refused) throw refused.error;
  announce(words('removedAnnouncement', { count: 1, name }));
}

async function revoke(
  { workspace, operations, announce, words }: Doing,
  invitations: readonly Invitation[],
): Promise<void> {
  for (const { id } of invitations) {
    try {
      await operations.revoke?.({ workspaceId: workspace.id, invitationId: id });
    } catch (error) {
      // Answered or revoked meanwhile: it is gone, which was the point.
      if (!isGuildhallError(error, 'not_found') && !isGuildhallError(error, 'conflict')) throw error;
    }
  }
  announce(words('revokedAnnouncement', { count: invitations.length }));
}

/** Does what was asked first. Rejects where nothing came of it, so that the question can stay with the reason. */
export async function confirm(doing: Doing, question: Exclude<Question, { kind: 'bulk' }>): Promise<void> {
  const { workspace, operations, announce, words, roles, onLeft } = doing;
  if (question.kind === 'remove') return remove(doing, question.member);
  if (question.kind === 'revoke') return revoke(doing, question.invitations);
  if (question.kind === 'transfer') {
    await operations.transferOwnership?.({ workspaceId: workspace.id, memberId: question.member.id });
    announce(words('roleChanged', { name: question.member.name, role: roles('owner') }));
    return;
  }
  await operations.leave?.({ workspaceId: workspace.id });
  onLeft?.();
}
