import { useMemo } from 'react';
import type { GuildhallAdapter, Invitation, Member, Permission, Workspace } from '../../contract/index.js';
import { useManageInvitation, useUpdateMember } from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import { copyText } from '../../ui/index.js';
import type { Words } from './roleOptions.js';
import type { MembersActions } from './types.js';
import { useConfirm } from './useConfirm.js';
import type { useFeedback } from './useFeedback.js';

interface UseMembersActionsInput {
  workspaceId: string;
  workspace: Workspace | undefined;
  t: Words;
  explain: (error: unknown) => string;
  feedback: ReturnType<typeof useFeedback>;
  onInvite: ((addresses: string) => void) | undefined;
  onLeft: (() => void) | undefined;
}

type Handlers = Omit<MembersActions, 'offers' | 'confirm' | 'invite'>;
type Required_<T> = { [K in keyof T]-?: NonNullable<T[K]> };

/** Shows what the adapter has and the viewer may; the server decides all the same. */
function gate(
  handlers: Required_<Handlers>,
  { members, invitations }: GuildhallAdapter,
  workspace: Workspace | undefined,
): Handlers & Pick<MembersActions, 'offers'> {
  const may = (permission: Permission) => workspace?.viewer.permissions.includes(permission) ?? false;
  const manages = may('members:manage');
  const invites = may('members:invite');
  const when = <T>(condition: boolean, handler: T) => (condition ? handler : undefined);
  return {
    copyEmail: handlers.copyEmail,
    changeRole: when(manages && members.update !== undefined, handlers.changeRole),
    setBillingContact: when(
      workspace?.viewer.role === 'owner' && members.update !== undefined,
      handlers.setBillingContact,
    ),
    changeInvitationRole: when(invites && invitations?.update !== undefined, handlers.changeInvitationRole),
    resend: when(invites && invitations?.resend !== undefined, handlers.resend),
    copyLink: when(invites && invitations?.link !== undefined, handlers.copyLink),
    offers: {
      remove: manages && members.remove !== undefined,
      leave: members.leave !== undefined,
      transfer: may('workspace:transfer') && members.transferOwnership !== undefined,
      revoke: invites && invitations?.revoke !== undefined,
    },
  };
}

/** What the table can do, each with what its row says after. */
export function useMembersActions(input: UseMembersActionsInput): MembersActions {
  const { workspaceId, workspace, t, explain, onInvite } = input;
  const { announce, tell, forget } = input.feedback;
  const { adapter } = useGuildhall();
  const { mutateAsync: updateMember } = useUpdateMember();
  const { changeRole, resend, link } = useManageInvitation();
  const { mutateAsync: changeInvitationRole } = changeRole;
  const { mutateAsync: resendInvitation } = resend;
  const { mutateAsync: askForLink } = link;
  const confirm = useConfirm(input);

  const handlers = useMemo(() => {
    const attempt = async (id: string, failed: 'notChanged' | 'notSent', work: () => Promise<void>) => {
      forget();
      try {
        await work();
      } catch (error) {
        tell(id, 'error', t(failed, { reason: explain(error) }));
      }
    };
    const copy = (id: string, text: string | Promise<string>, said: string) =>
      copyText(text).then(
        () => tell(id, 'success', said),
        () => tell(id, 'error', t('copyFailed')),
      );
    const one = (member: Member, change: Parameters<typeof updateMember>[0], said: string | null) =>
      attempt(member.id, 'notChanged', async () => {
        await updateMember(change);
        if (said !== null) announce(said);
      });
    return {
      changeRole: (members, role) => {
        // One after the other, so that a refusal names its own row.
        void members.reduce(
          (before, member) =>
            before.then(() =>
              member.role === role
                ? undefined
                : one(
                    member,
                    { workspaceId, memberId: member.id, role },
                    t('roleChanged', { name: member.name, role: t(role) }),
                  ),
            ),
          Promise.resolve<void>(undefined),
        );
      },
      setBillingContact: (member, billingContact) =>
        void one(member, { workspaceId, memberId: member.id, billingContact }, null),
      changeInvitationRole: (invitation, role) =>
        void attempt(invitation.id, 'notChanged', async () => {
          await changeInvitationRole({ workspaceId, invitationId: invitation.id, role });
          announce(t('roleChanged', { name: invitation.email, role: t(role) }));
        }),
      resend: (invitations) => {
        for (const { id } of invitations) {
          void attempt(id, 'notSent', async () => {
            await resendInvitation({ workspaceId, invitationId: id });
            tell(id, 'success', t('sentAgain'));
          });
        }
      },
      copyLink: ({ id }: Invitation) =>
        void copy(
          id,
          askForLink({ workspaceId, invitationId: id }).then(({ url }) => url),
          t('linkCopied'),
        ),
      copyEmail: ({ id, email }) => void copy(id, email, t('emailCopied')),
    } satisfies Handlers;
  }, [
    workspaceId,
    updateMember,
    changeInvitationRole,
    resendInvitation,
    askForLink,
    announce,
    tell,
    forget,
    t,
    explain,
  ]);

  return useMemo(() => {
    const gated = gate(handlers, adapter, workspace);
    const mayInvite = adapter.invitations !== undefined && workspace?.viewer.permissions.includes('members:invite');
    return { ...gated, confirm, invite: mayInvite ? onInvite : undefined };
  }, [handlers, adapter, workspace, confirm, onInvite]);
}
