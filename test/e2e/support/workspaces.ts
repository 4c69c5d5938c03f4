import type { Invitation, Role, Workspace } from 'guildhall/contract';
import type { Somebody } from './people.js';

/** A workspace that nobody else's test knows, with its owner's and its members' browsers. */
export async function freshWorkspace(
  owner: Somebody,
  name: string,
  members: readonly { person: Somebody; email: string; role: Role }[] = [],
): Promise<Workspace> {
  const workspace = await owner.ask<Workspace>('/guildhall/workspaces', 'POST', { name });
  for (const { person, email, role } of members) {
    const invitation = await invite(owner, workspace.id, email, role);
    await person.ask(`/guildhall/invitations/${invitation.id}/accept`, 'POST', {});
  }
  return workspace;
}

/** Invites one address, without the page. */
export async function invite(owner: Somebody, workspaceId: string, email: string, role: Role = 'member') {
  const { outcomes } = await owner.ask<{ outcomes: { status: string; invitation?: Invitation }[] }>(
    `/guildhall/workspaces/${workspaceId}/invitations`,
    'POST',
    { invitations: [{ email, role }] },
  );
  const invitation = outcomes[0]?.invitation;
  if (!invitation) throw new Error(`${email} was not invited: ${outcomes[0]?.status ?? 'no outcome'}`);
  return invitation;
}

/** The link of an invitation, as an owner would copy it. */
export async function linkOf(owner: Somebody, invitation: Invitation, workspaceId: string): Promise<string> {
  const { url } = await owner.ask<{ url: string }>(
    `/guildhall/workspaces/${workspaceId}/invitations/${invitation.id}/link`,
  );
  return url;
}
