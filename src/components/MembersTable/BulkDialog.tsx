import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { BulkResult } from './BulkResult.js';
import { useBulk } from './useBulk.js';
import { useBulkWords } from './useBulkWords.js';
import type { BulkQuestion } from './useBulkWords.js';

interface BulkDialogProps {
  question: BulkQuestion;
  onDone: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Says what doing something with several members comes to, does it, and names who was refused. Loaded on demand. */
export function BulkDialog({ question, onDone, onClose, returnFocus }: BulkDialogProps) {
  const asked = useBulkWords(question);
  const { t, plan, wording } = asked;
  const { progress, problem, refused, settle } = useBulk(question, asked, onDone);
  const isRemoval = question.role === null;
  if (refused.length > 0) {
    return (
      <BulkResult
        {...{ t, plan, refused, isRemoval, returnFocus }}
        isTrying={progress !== null}
        onRetry={(members) => void settle(members)}
        onClose={onDone}
      />
    );
  }
  const isUnderWay = wording.confirmLabel !== null && progress !== null;
  return (
    <ConfirmDialog
      {...wording}
      confirmLabel={
        isUnderWay ? t(isRemoval ? 'removeProgress' : 'roleChangeProgress', { ...progress }) : wording.confirmLabel
      }
      destructive={isRemoval}
      pending={progress !== null}
      problem={problem}
      onConfirm={() => void settle(plan.concerned)}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
