'use client';
import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Workspace } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useCreateWorkspace } from '../../hooks/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { Button, Notice, TextField } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { MAX_NAME, problemOfName } from './checkName.js';
import { createWorkspaceMessages } from './CreateWorkspaceDialog.messages.js';

export interface CreateWorkspaceDialogProps {
  /** Told about the new workspace. Open it: pass its id to the provider. */
  onCreated: (workspace: Workspace) => void;
  /** Told when it is to go; unmount it then. */
  onClose: () => void;
  /** What has the focus afterwards. @default what had it before */
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof createWorkspaceMessages)['messages']> | undefined;
}

/**
 * Asks for a name and makes a workspace that the viewer owns. Mount it to open it; what was typed stays if making fails.
 *
 * @example {isOpen && <CreateWorkspaceDialog onCreated={open} onClose={close} />}
 */
export function CreateWorkspaceDialog({ onCreated, onClose, returnFocus, messages }: CreateWorkspaceDialogProps) {
  const t = useMessages(createWorkspaceMessages, messages);
  const explain = useExplain();
  const { mutateAsync, isPending, error } = useCreateWorkspace();
  const { register, handleSubmit, setFocus, control, formState } = useForm({ defaultValues: { name: '' } });
  const typedName = useWatch({ control, name: 'name' });
  const field = useRef<HTMLInputElement>(null);
  const { ref: registerField, ...name } = register('name', { validate: (typed) => problemOfName(typed) ?? true });

  const submit = handleSubmit(async (typed) => {
    if (isPending) return;
    try {
      onCreated(await mutateAsync({ name: typed.name.trim() }));
    } catch {
      setFocus('name');
    }
  });
  const problem = formState.errors.name ? problemOfName(typedName) : null;
  const problemInWords =
    problem === 'tooLong' ? t(problem, { count: typedName.trim().length, max: MAX_NAME }) : problem && t(problem);
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      closeLabel={t('close')}
      width={440}
      onClose={() => {
        if (!isPending) onClose();
      }}
      initialFocus={field}
      returnFocus={returnFocus}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <TextField
        {...name}
        ref={(element) => {
          registerField(element);
          field.current = element;
        }}
        label={t('name')}
        placeholder={t('placeholder')}
        hint={t('whoSees')}
        problem={problemInWords}
        autoComplete="organization"
      />
      {error && !isPending ? <Notice tone="error">{t('failed', { reason: explain(error) })}</Notice> : null}
    </Dialog>
  );
}
