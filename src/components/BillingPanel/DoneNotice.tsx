import { X } from 'lucide-react';
import type { Billing } from '../../contract/index.js';
import { IconButton } from '../../ui/index.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import { doneText, doneTitle } from './doneWords.js';
import { NoticeBox } from './NoticeBox.js';
import type { PanelWords } from './words.js';

export interface DoneNoticeProps {
  billing: Billing;
  outcome: ChangeOutcome;
  workspaceName: string;
  words: PanelWords;
  onClose: () => void;
}

/** A change that was made at once: what it is now, and what was paid. */
export function DoneNotice({ billing, outcome, workspaceName, words, onClose }: DoneNoticeProps) {
  // Somebody may have changed it again by now.
  if (billing.plan?.id !== outcome.planId) return null;
  return (
    <NoticeBox
      tone="success"
      title={doneTitle(billing.plan, outcome, workspaceName, words)}
      action={
        <IconButton label={words.tNotice('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      }
    >
      <p>{doneText(billing, outcome, words)}</p>
    </NoticeBox>
  );
}
