import { useRef, useState } from 'react';
import { Button, Notice, TextField } from '../../ui/index.js';
import { MAX_NAME, problemOfName } from '../CreateWorkspaceDialog/checkName.js';
import type { PartProps } from './types.js';

/** The name. What is typed stays while it is saved and if that fails; otherwise the field follows what others do. */
export function NameField({ t, explain, workspace, actions: { rename }, announce }: PartProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const value = draft ?? workspace.name;
  const problem = draft === null ? null : problemOfName(draft);
  const isChanged = value.trim() !== workspace.name || isSaving;

  const save = async () => {
    if (rename === undefined || isSaving || !isChanged) return;
    if (problem !== null) {
      field.current?.focus();
      return;
    }
    const name = value.trim();
    setSaving(true);
    setFailure(null);
    try {
      await rename(name);
      setDraft(null);
      announce(t('nameSaved', { name }));
    } catch (error) {
      setFailure(error);
    }
    setSaving(false);
  };
  const problemInWords =
    problem === 'tooLong' ? t(problem, { count: value.trim().length, max: MAX_NAME }) : problem && t(problem);
  return (
    <form
      noValidate
      className="gh-general-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="gh-general-line">
        <TextField
          ref={field}
          label={t('name')}
          value={value}
          problem={problemInWords}
          readOnly={rename === undefined}
          autoComplete="off"
          onChange={(event) => {
            setDraft(event.target.value);
            setFailure(null);
          }}
        />
        {rename ? (
          <Button
            type="submit"
            variant={isChanged ? 'primary' : 'soft'}
            pending={isSaving}
            reason={isChanged ? null : t('unchanged')}
          >
            {t('save')}
          </Button>
        ) : null}
      </div>
      {failure === null ? null : (
        <Notice tone="error">{t('nameFailed', { name: workspace.name, reason: explain(failure) })}</Notice>
      )}
    </form>
  );
}
