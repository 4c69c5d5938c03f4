import type { Invoice } from '../../contract/index.js';
import { useAttempt } from '../../hooks/useAttempt.js';
import { Button, Notice } from '../../ui/index.js';
import { PayingButton } from '../parts/PayingButton.js';
import { NoticeBox } from './NoticeBox.js';
import type { PanelWords } from './words.js';

export interface WaitingNoticeProps {
  /** The one that waits, where it is among those that are known. */
  invoice: Invoice | undefined;
  words: PanelWords;
  isPending: boolean;
  /** What went wrong when it was paid. */
  failure: unknown;
  onPay: () => void;
  /** Ends what has not begun. */
  onGiveUp: () => Promise<unknown>;
}

/** A first payment that nobody has confirmed yet: what that means, and both ways on. */
export function WaitingNotice({ invoice, words, isPending, failure, onPay, onGiveUp }: WaitingNoticeProps) {
  const { tNotice: t, format, explain } = words;
  const { attempt, isPending: isGivingUp, failure: problem } = useAttempt();
  const amount = invoice && format.money(invoice.due);
  const giveUp = () =>
    attempt(async () => {
      await onGiveUp();
    });
  const said = problem ?? failure;
  return (
    <NoticeBox
      tone="error"
      title={amount === undefined ? t('waitingTitlePlain') : t('waitingTitle', { amount })}
      action={
        <div className="gh-billing-notice-actions">
          <Button variant="ghost" pending={isGivingUp} onClick={() => void giveUp()}>
            {t('giveUp')}
          </Button>
          <PayingButton amount={invoice?.due} isPaying={isPending} onClick={onPay}>
            {amount === undefined ? t('confirmPlain') : t('confirm', { amount })}
          </PayingButton>
        </div>
      }
    >
      <p>{t('waitingText')}</p>
      {said === null ? null : <Notice tone="error">{t('payFailed', { reason: explain(said) })}</Notice>}
    </NoticeBox>
  );
}
