import { FolderOpen, MailX, Undo2, UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useAttempt } from '../../hooks/useAttempt.js';
import { TextField } from '../../ui/index.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import type { PartProps } from './types.js';

/** What is asked before it is done. */
export type GeneralQuestion = 'leave' | 'delete';

interface GeneralDialogProps extends Pick<PartProps, 't' | 'explain' | 'workspace' | 'actions'> {
  question: GeneralQuestion;
  onClose: () => void;
}

/** Tries what was asked; where that fails the question stays, with the reason. */
function useAnswer(send: (() => Promise<unknown>) | undefined, onClose: () => void) {
  const { attempt, isPending, failure } = useAttempt();
  const confirm = () =>
    attempt(async () => {
      await send?.();
      onClose();
    });
  return { confirm, isPending, failure };
}

function LeaveDialog({ t, explain, workspace, actions, onClose }: GeneralDialogProps) {
  const { confirm, isPending, failure } = useAnswer(actions.leave, onClose);
  return (
    <ConfirmDialog
      title={t('leaveTitle', { workspace: workspace.name })}
      lead={t('leaveLead', { workspace: workspace.name })}
      consequences={[
        { key: 'stays', icon: <FolderOpen />, sentence: t('leaveStays') },
        { key: 'back', icon: <UserPlus />, sentence: t('leaveBack') },
      ]}
      keepLabel={t('stay')}
      confirmLabel={t('leaveConfirm')}
      pending={isPending}
      problem={failure === null ? null : t('leaveFailed', { reason: explain(failure) })}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}

/** The same name, however the keyboard composes its accents. */
const isSame = (typed: string, name: string) => typed.trim().normalize('NFC') === name.trim().normalize('NFC');

function DeleteDialog({ t, explain, workspace, actions, onClose }: GeneralDialogProps) {
  const { name, memberCount } = workspace;
  const { confirm: remove, isPending, failure } = useAnswer(actions.remove, onClose);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const confirm = () => {
    if (isPending) return;
    setWrong(!isSame(typed, name));
    if (isSame(typed, name)) void remove();
    else field.current?.focus();
  };
  return (
    <ConfirmDialog
      title={t('deleteTitle', { workspace: name })}
      lead={t('deleteLead', { workspace: name, count: memberCount })}
      consequences={[
        { key: 'invitations', icon: <MailX />, sentence: t('deleteInvitations') },
        { key: 'undo', icon: <Undo2 />, sentence: t('deleteUndo') },
      ]}
      keepLabel={t('keep', { workspace: name })}
      confirmLabel={t('deleteConfirm')}
      pending={isPending}
      problem={failure === null ? null : t('deleteFailed', { reason: explain(failure) })}
      onConfirm={confirm}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          confirm();
        }}
      >
        <TextField
          ref={field}
          label={t('typeName', { workspace: name })}
          problem={isWrong ? t('wrongName', { workspace: name }) : null}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
      </form>
    </ConfirmDialog>
  );
}

/** The question that comes before leaving or deleting. Loaded on demand. */
export function GeneralDialog(props: GeneralDialogProps) {
  return props.question === 'leave' ? <LeaveDialog {...props} /> : <DeleteDialog {...props} />;
}
