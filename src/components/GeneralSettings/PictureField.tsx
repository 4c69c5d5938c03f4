import { useId, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { Avatar, Button, Notice } from '../../ui/index.js';
import { MAX_FILE_MB, prepareImage } from './prepareImage.js';
import type { PreparedImage } from './prepareImage.js';
import type { PartProps } from './types.js';

/** What is under way, with the picture that will be shown if it succeeds. */
interface Progress {
  readonly kind: 'set' | 'remove';
  readonly url: string | null;
}

const urlOf = ({ contentType, data }: PreparedImage) => `data:${contentType};base64,${data}`;

/** Setting and removing the picture, and how that goes. */
function usePicture({ t, explain, actions, announce }: PartProps) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (next: Progress, send: () => Promise<unknown>, done: string) => {
    setProgress(next);
    try {
      await send();
      announce(done);
    } catch (error) {
      setProblem(t('pictureFailed', { reason: explain(error) }));
    }
    setProgress(null);
  };
  const choose = async (file: File | undefined) => {
    const { setImage } = actions;
    if (file === undefined || setImage === undefined || progress !== null) return;
    setProblem(null);
    const image = await prepareImage(file);
    if (image === 'tooLarge') setProblem(t(image, { max: MAX_FILE_MB }));
    else if (image === 'unreadable') setProblem(t(image));
    else await attempt({ kind: 'set', url: urlOf(image) }, () => setImage(image), t('pictureSaved'));
  };
  const remove = async () => {
    const { removeImage } = actions;
    setProblem(null);
    if (removeImage) await attempt({ kind: 'remove', url: null }, removeImage, t('pictureRemoved'));
  };
  return { progress, problem, choose, remove };
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** The picture: chosen, or dropped anywhere on this row. */
export function PictureField(props: PartProps) {
  const { t, workspace, actions } = props;
  const { progress, problem, choose, remove } = usePicture(props);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const hintId = useId();
  const shownUrl = progress === null ? workspace.imageUrl : progress.url;
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void choose(event.dataTransfer.files[0]);
    },
  };
  return (
    <div className="gh-general-picture" data-over={isOver ? '' : undefined} {...(actions.setImage ? drop : {})}>
      <Avatar
        kind="workspace"
        id={workspace.id}
        name={workspace.name}
        imageUrl={shownUrl}
        size={64}
        data-pending={progress === null ? undefined : ''}
      />
      <div>
        <p className="gh-field-label">{t('picture')}</p>
        {actions.setImage ? (
          <div className="gh-general-buttons">
            <input
              ref={input}
              type="file"
              accept="image/*"
              hidden
              aria-label={t('choosePicture')}
              onChange={(event) => {
                void choose(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
            <Button
              ref={chooseButton}
              pending={progress?.kind === 'set'}
              aria-describedby={hintId}
              onClick={() => input.current?.click()}
            >
              {t('choosePicture')}
            </Button>
            {actions.removeImage && workspace.imageUrl !== null ? (
              <Button
                variant="ghost"
                pending={progress?.kind === 'remove'}
                onClick={() => {
                  // It goes once it has done its work, so the focus goes to what stays.
                  chooseButton.current?.focus();
                  void remove();
                }}
              >
                {t('removePicture')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {actions.setImage ? (
          <p id={hintId} className="gh-field-note">
            <span className="gh-general-drop">{t('dropPicture')} </span>
            {t('pictureHint')}
          </p>
        ) : null}
      </div>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
    </div>
  );
}
