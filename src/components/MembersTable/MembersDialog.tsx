import { ArrowLeftRight, DoorOpen, FolderOpen, MailX, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Workspace } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import type { Format, Translate } from '../../i18n/index.js';
import { Avatar } from '../../ui/index.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import type { ConfirmDialogProps } from '../../ui/ConfirmDialog.js';
import { dialogMessages } from './dialog.messages.js';
import { shortName } from './names.js';
import { confirm } from './perform.js';
import type { Question } from './types.js';
import { useDoing } from './useDoing.js';

/** All but giving a role, which has a dialog of its own. */
type OtherQuestion = Exclude<Question, { kind: 'role' }>;

export interface MembersDialogProps {
  question: OtherQuestion;
  onDone: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

interface Asking {
  t: Translate<(typeof dialogMessages)['messages']>;
  format: Format;
  workspace: Workspace;
}

type Wording = Pick<
  ConfirmDialogProps,
  'title' | 'description' | 'mark' | 'lead' | 'consequences' | 'keepLabel' | 'confirmLabel' | 'destructive'
>;
type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** Names that fit into a sentence; the rest is counted. */
const NAMED = 4;

const mark = (member: { userId: string; name: string; imageUrl: string | null }) => (
  <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} size={40} />
);

function removal({ members }: Of<'remove'>, { t, format, workspace }: Asking): Wording {
  const [first] = members;
  const count = members.length;
  const name = shortName(first?.name ?? '');
  const rest = count - NAMED;
  const named = members.slice(0, rest > 1 ? NAMED : count).map((member) => member.name);
  const names = format.list(rest > 1 ? [...named, t('andOthers', { count: rest })] : named);
  return {
    title: t('removeTitle', { count, name: first?.name ?? '' }),
    ...(count === 1 && first ? { mark: mark(first), description: <bdi>{first.email}</bdi> } : {}),
    lead: t('removeLead', { count, name, names, workspace: workspace.name }),
    consequences: [
      { key: 'items', icon: <FolderOpen />, sentence: t('removeItems', { count, name }) },
      { key: 'invitations', icon: <MailX />, sentence: t('removeInvitations', { count, name }) },
      { key: 'undo', icon: <Undo2 />, sentence: t('removeUndo', { count, name }) },
    ],
    keepLabel: t('keepPerson', { count, name }),
    confirmLabel: t('removePerson', { count, name }),
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
  const { workspace, format, explain, overrides } = doing;
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
      {...wordingOf(question, { t, format, workspace })}
      pending={pending}
      problem={problem}
      onConfirm={() => void settle()}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
