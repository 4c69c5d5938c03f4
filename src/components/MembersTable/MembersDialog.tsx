import { ArrowLeftRight, DoorOpen, FolderOpen, MailX, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Workspace } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import type { Translate } from '../../i18n/index.js';
import { Avatar } from '../../ui/index.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import type { ConfirmDialogProps, Consequence } from '../../ui/ConfirmDialog.js';
import { dialogMessages } from './dialog.messages.js';
import { shortName } from './names.js';
import { confirm } from './perform.js';
import type { Question } from './types.js';
import { useDoing } from './useDoing.js';

/** All but what is done with several, which has a dialog of its own. */
type OtherQuestion = Exclude<Question, { kind: 'bulk' }>;

export interface MembersDialogProps {
  question: OtherQuestion;
  onDone: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

interface Asking {
  t: Translate<(typeof dialogMessages)['messages']>;
  workspace: Workspace;
}

type Wording = Pick<
  ConfirmDialogProps,
  'title' | 'description' | 'mark' | 'lead' | 'consequences' | 'keepLabel' | 'confirmLabel' | 'destructive'
>;
type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

const mark = (member: { userId: string; name: string; imageUrl: string | null }) => (
  <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} size={40} />
);

/** What happens to those who are removed, beside losing access. Also said of several. */
export const removalConsequences = (t: Asking['t'], count: number, name: string): Consequence[] => [
  { key: 'items', icon: <FolderOpen />, sentence: t('removeItems', { count, name }) },
  { key: 'invitations', icon: <MailX />, sentence: t('removeInvitations', { count, name }) },
  { key: 'undo', icon: <Undo2 />, sentence: t('removeUndo', { count, name }) },
];

function removal({ member }: Of<'remove'>, { t, workspace }: Asking): Wording {
  const name = shortName(member.name);
  return {
    title: t('removeTitle', { count: 1, name: member.name }),
    mark: mark(member),
    description: <bdi>{member.email}</bdi>,
    lead: t('removeLead', { count: 1, name, names: name, workspace: workspace.name }),
    consequences: removalConsequences(t, 1, name),
    keepLabel: t('keepPerson', { count: 1, name }),
    confirmLabel: t('removePerson', { count: 1, name }),
  };
}

function revocation({ invitations }: Of<'revoke'>, { t }: Asking): Wording {
  const count = invitations.length;
  const email = invitations[0]?.email ?? '';
  return {
    title: t('revokeTitle', { count }),
    lead: t.parts('revokeLead', { count, email: <bdi key="email">{email}</bdi> }),
    keepLabel: t('keepInvitation', { count }),
    confirmLabel: t('revokeInvitation', { count }),
  };
}

function transfer({ member }: Of<'transfer'>, { t, workspace }: Asking): Wording {
  const name = shortName(member.name);
  return {
    title: t('transferTitle', { name: member.name }),
    mark: mark(member),
    description: <bdi>{member.email}</bdi>,
    lead: t('transferLead', { name, workspace: workspace.name }),
    consequences: [{ key: 'undo', icon: <ArrowLeftRight />, sentence: t('transferUndo') }],
    keepLabel: t('transferKeep'),
    confirmLabel: t('transferConfirm'),
  };
}

function leaving({ t, workspace }: Asking): Wording {
  return {
    title: t('leaveTitle', { workspace: workspace.name }),
    lead: t('leaveLead', { workspace: workspace.name }),
    consequences: [
      { key: 'items', icon: <FolderOpen />, sentence: t('leaveItems') },
      { key: 'undo', icon: <DoorOpen />, sentence: t('leaveUndo') },
    ],
    keepLabel: t('stay'),
    confirmLabel: t('leaveConfirm'),
  };
}

function wordingOf(question: OtherQuestion, asking: Asking): Wording {
  if (question.kind === 'remove') return removal(question, asking);
  if (question.kind === 'revoke') return revocation(question, asking);
  if (question.kind === 'transfer') return transfer(question, asking);
  return leaving(asking);
}

/** Asks before what cannot be undone, and stays with the reason if it is refused. */
export function MembersDialog({ question, onDone, onClose, returnFocus }: MembersDialogProps) {
  const doing = useDoing();
  const { workspace, explain, overrides } = doing;
  const t = useMessages(dialogMessages, overrides);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const settle = async () => {
    setPending(true);
    setProblem(null);
    try {
      await confirm(doing, question);
      onDone();
    } catch (error) {
      setPending(false);
      setProblem(explain(error));
    }
  };
  return (
    <ConfirmDialog
      {...wordingOf(question, { t, workspace })}
      pending={pending}
      problem={problem}
      onConfirm={() => void settle()}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
