import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import { Notice } from './Notice.js';

/** One thing that will happen: an icon of 16 and a sentence. */
export interface Consequence {
  key: string;
  icon: ReactNode;
  sentence: ReactNode;
}

export interface ConfirmDialogProps {
  title: ReactNode;
  /** @default null */
  description?: ReactNode;
  /** @default null */
  mark?: ReactNode;
  /** What will happen, to whom, first of all. @default null */
  lead?: ReactNode;
  /** What else will happen. @default [] */
  consequences?: readonly Consequence[] | undefined;
  /** Says what stays: "Keep Tomás". It has the focus at first. */
  keepLabel: string;
  /** Says what is done: "Remove Tomás". Null where nothing can be. */
  confirmLabel: string | null;
  /** @default true */
  destructive?: boolean | undefined;
  onConfirm: () => void;
  onClose: () => void;
  /** @default false */
  pending?: boolean | undefined;
  /** What went wrong when it was tried. The dialog stays. @default null */
  problem?: string | null | undefined;
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** More to decide, below. @default null */
  children?: ReactNode;
}

/**
 * Asks before something that cannot be undone, and says what will happen. The keeping button has the focus.
 *
 * @example <ConfirmDialog title={t('title')} keepLabel={t('keep')} confirmLabel={t('remove')} … />
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { consequences = [], destructive = true, pending = false, problem = null } = props;
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      role="alertdialog"
      className="gh-confirm"
      width={480}
      title={props.title}
      description={props.description}
      mark={props.mark}
      onClose={props.onClose}
      initialFocus={keep}
      returnFocus={props.returnFocus}
      footer={
        <>
          <Button ref={keep} onClick={props.onClose}>
            {props.keepLabel}
          </Button>
          {props.confirmLabel === null ? null : (
            <Button variant={destructive ? 'danger' : 'primary'} pending={pending} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Button>
          )}
        </>
      }
    >
      {props.lead ? <p className="gh-confirm-lead">{props.lead}</p> : null}
      {consequences.length > 0 ? (
        <ul className="gh-confirm-list">
          {consequences.map(({ key, icon, sentence }) => (
            <li key={key}>
              {icon}
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {props.children}
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
    </Dialog>
  );
}
