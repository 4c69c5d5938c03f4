import type { RefObject } from 'react';
import { BulkDialog } from './BulkDialog.js';
import { MembersDialog } from './MembersDialog.js';
import type { OpenQuestion } from './useQuestion.js';

interface AskedProps extends OpenQuestion {
  root: RefObject<HTMLElement | null>;
  onDone: () => void;
  onClose: () => void;
}

/** The dialog that asks. Loaded on demand. */
export function Asked({ question, from, root, ...rest }: AskedProps) {
  /** Back to where it was asked; where that is gone, it stays in the next row, or goes to the table. */
  const returnFocus = () =>
    from instanceof HTMLElement && from.isConnected && from !== document.body
      ? from
      : (root.current?.querySelector<HTMLElement>(':focus') ?? root.current);
  return question.kind === 'bulk' ? (
    <BulkDialog question={question} {...rest} returnFocus={returnFocus} />
  ) : (
    <MembersDialog question={question} {...rest} returnFocus={returnFocus} />
  );
}
