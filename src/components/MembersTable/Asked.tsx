import { BulkDialog } from './BulkDialog.js';
import { MembersDialog } from './MembersDialog.js';
import type { MembersDialogProps } from './MembersDialog.js';
import type { Question } from './types.js';

/** The dialog that asks. Loaded on demand. */
export function Asked({ question, ...rest }: Omit<MembersDialogProps, 'question'> & { question: Question }) {
  return question.kind === 'bulk' ? (
    <BulkDialog question={question} {...rest} />
  ) : (
    <MembersDialog question={question} {...rest} />
  );
}
