import type { Invitation } from '../../contract/index.js';
import { isExpired } from '../../contract/index.js';
import { choice } from '../../ui/index.js';
import type { MenuEntry } from '../../ui/index.js';
import type { MenuContext } from './memberMenu.js';
import { roleOptions } from './roleOptions.js';

/** What can be done with an unanswered invitation. Empty where nothing can. */
export function invitationMenu(context: MenuContext, invitation: Invitation, now: number): MenuEntry[] {
  const { t, workspace, actions, ask } = context;
  const { resend, copyLink, changeInvitationRole } = actions;
  const entries: MenuEntry[] = [];
  if (changeInvitationRole !== undefined && workspace.viewer.assignableRoles.includes(invitation.role)) {
    const label = t('changeRole');
    const options = roleOptions(t, workspace.viewer.assignableRoles);
    const onChoose = (role: Invitation['role']) => changeInvitationRole(invitation, role);
    entries.push({ kind: 'branch', label, entries: [choice({ label, value: invitation.role, options, onChoose })] });
  }
  if (resend !== undefined) entries.push({ kind: 'action', label: t('resend'), onSelect: () => resend([invitation]) });
  if (copyLink !== undefined && !isExpired(invitation, now)) {
    entries.push({ kind: 'action', label: t('copyLink'), onSelect: () => copyLink(invitation) });
  }
  if (actions.offers.revoke) {
    entries.push({ kind: 'separator' });
    entries.push({
      kind: 'action',
      label: t('revoke'),
      destructive: true,
      onSelect: () => ask({ kind: 'revoke', invitations: [invitation] }),
    });
  }
  return entries;
}
