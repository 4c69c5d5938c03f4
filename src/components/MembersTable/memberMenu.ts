import type { Member, Role, Workspace } from '../../contract/index.js';
import { choice } from '../../ui/index.js';
import type { MenuEntry } from '../../ui/index.js';
import { errorOf, isViewer, offeredRoles, whyNotLeave, whyNotRemove, whyNotRole } from './refusals.js';
import { roleOptions } from './roleOptions.js';
import type { Words } from './roleOptions.js';
import type { MembersActions } from './types.js';

/** What a row's menu is made from. */
export interface MenuContext {
  readonly t: Words;
  readonly explain: (error: unknown) => string;
  readonly workspace: Workspace;
  readonly actions: MembersActions;
  readonly ask: MembersAsk;
}

/** Opens the question that comes before something that cannot be undone. */
export type MembersAsk = (question: Parameters<MembersActions['confirm']>[0]) => void;

function roleBranch({ t, explain, workspace, actions }: MenuContext, member: Member): MenuEntry[] {
  const { changeRole } = actions;
  if (changeRole === undefined) return [];
  const reason = (role: Role) => {
    const refusal = whyNotRole(workspace, member, role);
    return refusal === null || role === member.role ? null : explain(errorOf(refusal));
  };
  const options = roleOptions(t, offeredRoles(workspace, member.role), reason);
  const onChoose = (role: Role) => changeRole([member], role);
  const label = t('changeRole');
  return [{ kind: 'branch', label, entries: [choice({ label, value: member.role, options, onChoose })] }];
}

function ending(context: MenuContext, member: Member): MenuEntry[] {
  const { t, explain, workspace, actions, ask } = context;
  const isOwn = isViewer(workspace.viewer, member);
  if (!actions.offers[isOwn ? 'leave' : 'remove']) return [];
  const refusal = isOwn ? whyNotLeave(workspace) : whyNotRemove(workspace, member);
  return [
    { kind: 'separator' },
    {
      kind: 'action',
      label: isOwn ? t('leave') : t('remove'),
      destructive: refusal === null,
      reason: refusal === null ? null : explain(errorOf(refusal)),
      onSelect: () => ask(isOwn ? { kind: 'leave' } : { kind: 'remove', members: [member] }),
    },
  ];
}

/** What can be done with a member, from the top down; what cannot be done now says why. */
export function memberMenu(context: MenuContext, member: Member): MenuEntry[] {
  const { t, workspace, actions, ask } = context;
  const { setBillingContact } = actions;
  const isOwn = isViewer(workspace.viewer, member);
  const entries = roleBranch(context, member);
  if (setBillingContact !== undefined) {
    entries.push({
      kind: 'action',
      label: member.billingContact ? t('unmakeBillingContact') : t('makeBillingContact'),
      onSelect: () => setBillingContact(member, !member.billingContact),
    });
  }
  if (actions.offers.transfer && !isOwn) {
    entries.push({ kind: 'action', label: t('transfer'), onSelect: () => ask({ kind: 'transfer', member }) });
  }
  entries.push({ kind: 'action', label: t('copyEmail'), onSelect: () => actions.copyEmail(member) });
  return [...entries, ...ending(context, member)];
}
