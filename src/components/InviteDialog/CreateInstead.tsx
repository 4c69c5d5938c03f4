import { House } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, TextField } from '../../ui/index.js';
import type { Speech } from './useInviteWords.js';

interface CreateInsteadProps {
  speech: Speech;
  /** What the workspace holds, in words; null where that is nothing, or not known. */
  contents: string | null;
  /** Makes a workspace and invites into it from now on; rejects with why not. Undefined where that cannot be. */
  onCreate: ((name: string) => Promise<void>) | undefined;
}

/** Says what inviting into one's own workspace shows, and offers a new one instead. */
export function CreateInstead({ speech, contents, onCreate }: CreateInsteadProps) {
  const { t, explain } = speech;
  const [isAsking, setIsAsking] = useState(false);
  const [name, setName] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const create = async () => {
    if (!onCreate || name.trim() === '') return;
    setPending(true);
    setProblem(null);
    try {
      await onCreate(name.trim());
    } catch (error) {
      setProblem(explain(error));
      setPending(false);
    }
  };
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isAsking) input.current?.focus();
  }, [isAsking]);
  // The dialog is the form here, and a form cannot stand in another.
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void create();
  };
  return (
    <div className="gh-invite-home">
      <House aria-hidden="true" />
      <div>
        <p>{contents === null ? t('homeExposure') : t('homeExposureOf', { contents })}</p>
        {isAsking ? (
          <div className="gh-invite-create">
            <TextField
              ref={input}
              label={t('newWorkspace')}
              hint={t('newWorkspaceHint')}
              problem={problem}
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
              onKeyDown={press}
            />
            <div className="gh-invite-create-buttons">
              <Button onClick={() => setIsAsking(false)}>{t('keepHome')}</Button>
              <Button variant="accent" pending={pending} onClick={() => void create()}>
                {t('create')}
              </Button>
            </div>
          </div>
        ) : null}
        {onCreate && !isAsking ? (
          <Button size="small" variant="accent" onClick={() => setIsAsking(true)}>
            {t('createInstead')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
