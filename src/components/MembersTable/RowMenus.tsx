import { isExpired } from '../../contract/index.js';
import type { Invitation, Member, Role } from '../../contract/index.js';
import { useGuildhall } from '../../provider/context.js';
import { choice } from '../../ui/index.js';
import type { MenuEntry, MenuPanel } from '../../ui/index.js';
import { MenuContent } from '../../ui/MenuContent.js';
import { roleOptions } from '../parts/role.messages.js';
import { changeInvitationRole, changeRole, copyEmail, copyLink, resend, setBillingContact } from './perform.js';
import type { Doing } from './perform.js';
import { isViewer } from './isViewer.js';
import { errorOf, offeredRoles, whyNotLeave, whyNotRemove, whyNotRole } from './refusals.js';
import { useDoing } from './useDoing.js';

function memberRoles(doing: Doing, member: Member): MenuEntry {
  const { workspace, explain, words, roles } = doing;
  const whyNot = (role: Role) => {
    const refusal = whyNotRole(workspace, member, role);
    return refusal ? explain(errorOf(refusal)) : null;
  };
  return choice({
    label: words('changeRole'),
    value: member.role,
    options: roleOptions(offeredRoles(workspace, member.role), roles).map((option) => ({
      ...option,
      reason: whyNot(option.value),
    })),
    onChoose: (role) => void changeRole(doing, member, role),
  });
}

function invitationRoles(doing: Doing, invitation: Invitation): MenuEntry {
  const { workspace, words, roles } = doing;
  return choice({
    label: words('changeRole'),
    value: invitation.role,
    options: roleOptions(workspace.viewer.assignableRoles, roles),
    onChoose: (role) => void changeInvitationRole(doing, invitation, role),
  });
}

function ending({ words, explain, workspace, operations, ask }: Doing, member: Member): MenuEntry[] {
  const isOwn = isViewer(workspace.viewer, member);
  if (!(isOwn ? operations.leave : operations.remove)) return [];
  const refusal = isOwn ? whyNotLeave(workspace) : whyNotRemove(workspace, member);
  return [
    { kind: 'separator' },
    {
      kind: 'action',
      label: isOwn ? words('leave') : words('remove'),
      destructive: refusal === null,
      reason: refusal === null ? null : explain(errorOf(refusal)),
      onSelect: () => ask(isOwn ? { kind: 'leave' } : { kind: 'remove', member }),
    },
  ];
}

function memberEntries(doing: Doing, member: Member): MenuEntry[] {
  const { words, workspace, operations, ask } = doing;
  const entries: MenuEntry[] = [];
  if (operations.updateRole) {
    entries.push({ kind: 'branch', label: words('changeRole'), entries: [memberRoles(doing, member)] });
  }
  if (operations.updateBillingContact) {
    entries.push({
      kind: 'action',
      label: member.billingContact ? words('unmakeBillingContact') : words('makeBillingContact'),
      onSelect: () => void setBillingContact(doing, member, !member.billingContact),
    });
  }
  if (operations.transferOwnership && !isViewer(workspace.viewer, member)) {
    entries.push({ kind: 'action', label: words('transfer'), onSelect: () => ask({ kind: 'transfer', member }) });
  }
  entries.push({ kind: 'action', label: words('copyEmail'), onSelect: () => void copyEmail(doing, member) });
  return [...entries, ...ending(doing, member)];
}

function invitationEntries(doing: Doing, invitation: Invitation, now: number): MenuEntry[] {
  const { words, workspace, operations, ask } = doing;
  const entries: MenuEntry[] = [];
  if (operations.updateInvitation && workspace.viewer.assignableRoles.includes(invitation.role)) {
    entries.push({ kind: 'branch', label: words('changeRole'), entries: [invitationRoles(doing, invitation)] });
  }
  if (operations.resend) {
    entries.push({ kind: 'action', label: words('resend'), onSelect: () => void resend(doing, [invitation]) });
  }
  if (operations.link && !isExpired(invitation, now)) {
    entries.push({ kind: 'action', label: words('copyLink'), onSelect: () => void copyLink(doing, invitation) });
  }
  if (operations.revoke) {
    const onSelect = () => ask({ kind: 'revoke', invitations: [invitation] });
    entries.push({ kind: 'separator' }, { kind: 'action', label: words('revoke'), destructive: true, onSelect });
  }
  return entries;
}

/** Whose menu it is, and whether it is only that of the role. */
export type RowMenuSubject = ({ readonly member: Member } | { readonly invitation: Invitation }) & {
  readonly isRole: boolean;
};

/** The menu of a row: what can be done, from the top down; what cannot be done now says why. Loaded on demand. */
export function RowMenu({ subject, ...panel }: MenuPanel & { subject: RowMenuSubject }) {
  const doing = useDoing();
  const { now } = useGuildhall();
  const entries =
    'member' in subject
      ? subject.isRole
        ? [memberRoles(doing, subject.member)]
        : memberEntries(doing, subject.member)
      : subject.isRole
        ? [invitationRoles(doing, subject.invitation)]
        : invitationEntries(doing, subject.invitation, now());
  return <MenuContent {...panel} entries={entries} />;
}
