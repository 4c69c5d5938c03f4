import { MembersDialog } from './MembersDialog.js';
import type { MembersDialogProps } from './MembersDialog.js';
import { RoleDialog } from './RoleDialog.js';
import type { Question } from './types.js';

/** The dialog that asks. Loaded on demand. */
export function Asked({ question, ...rest }: Omit<MembersDialogProps, 'question'> & { question: Question }) {
  return question.kind === 'role' ? (
    <RoleDialog question={question} {...rest} />
  ) : (
    <MembersDialog question={question} {...rest} />
  );
}
