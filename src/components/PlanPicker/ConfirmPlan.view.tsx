import { ArrowLeft } from 'lucide-react';
import type { Billing, BillingPreview, Member, Plan } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, ListError, Notice } from '../../ui/index.js';
import { BillLines } from '../parts/BillLines.js';
import { billMessages } from '../parts/bill.messages.js';
import { billLineMessages } from '../parts/billLine.messages.js';
import type { LineWords } from '../parts/billLine.js';
import { ScreenTitle } from '../parts/ScreenTitle.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { ConfirmAct } from './ConfirmAct.js';
import { ConfirmFacts } from './ConfirmFacts.js';
import { confirmPlanMessages } from './confirm.messages.js';
import { titleOf, wasAmount } from './confirmWords.js';
import type { ConfirmWords } from './types.js';

export interface ConfirmPlanViewProps {
  plan: Plan;
  plans: readonly Plan[];
  billing: Billing;
  /** Undefined while it is worked out. */
  preview: BillingPreview | undefined;
  /** Whether what is shown is about to be replaced. */
  isRecalculating: boolean;
  /** Why there is no preview. */
  error: unknown;
  onRetry: () => void;
  /** Whom receipts go to. */
  readers: readonly Member[];
  isPending: boolean;
  /** What went wrong when it was confirmed. */
  failure: unknown;
  onConfirm: () => void;
  onAddMethod: () => void;
  onBack: () => void;
}

interface Words {
  t: ConfirmWords;
  line: LineWords;
}

function Today({ preview, words: { t, line }, now }: { preview: BillingPreview; words: Words; now: string }) {
  const tBill = useMessages(billMessages);
  const { format } = line;
  const { now: bill, trialEndsAt, takesEffect, at } = preview;
  return (
    <div className="gh-confirm-column">
      <h3>{t('today', { date: format.day(now) })}</h3>
      <p className="gh-amount">{format.money(bill?.due ?? { ...preview.recurring, amount: 0 })}</p>
      {bill ? (
        <BillLines bill={bill} words={line} t={tBill} totalLabel={t('toPay')} />
      ) : (
        <p className="gh-confirm-none">
          {t('todayNothing')} {trialEndsAt ? t('todayTrial', { date: format.day(trialEndsAt) }) : null}
          {takesEffect === 'period_end' ? t('untilThen', { date: format.day(at) }) : null}
        </p>
      )}
    </div>
  );
}

function Then({ preview, words, billing }: { preview: BillingPreview; words: Words; billing: Billing }) {
  const tBill = useMessages(billMessages);
  const { t, line } = words;
  const { format } = line;
  const { next, interval } = preview;
  const was = wasAmount(billing, preview);
  return (
    <div className="gh-confirm-column">
      <h3>{t('from', { date: format.day(next.date) })}</h3>
      <p>
        <span className="gh-amount">{format.money(next.due)}</span>{' '}
        <span className="gh-confirm-was">
          {was === null ? t(`a_${interval}`) : t(`a_${interval}Was`, { amount: format.money(was) })}
        </span>
      </p>
      <BillLines bill={next} words={line} t={tBill} totalLabel={t('nextBill', { date: format.day(next.date) })} />
    </div>
  );
}

/**
 * What a plan costs now and next, to the cent, before it is confirmed: from props alone.
 *
 * @example <ConfirmPlanView plan={plan} billing={billing} preview={preview} … />
 */
export function ConfirmPlanView(props: ConfirmPlanViewProps) {
  const { plan, plans, billing, preview, error, failure, onBack } = props;
  const t = useMessages(confirmPlanMessages);
  const tLine = useMessages(billLineMessages);
  const explain = useExplainBilling();
  const { format, now } = useGuildhall();
  const planName = (id: string) => plans.find((one) => one.id === id)?.name;
  const words: Words = { t, line: { t: tLine, format, planName } };
  const isStart = billing.status === 'none';
  const reason = failure === null ? null : explain(failure);
  return (
    <div className="gh-confirm-plan">
      <Button variant="ghost" className="gh-back" onClick={onBack}>
        <ArrowLeft aria-hidden="true" className="gh-mirrored" />
        {t('back')}
      </Button>
      <ScreenTitle focusTurn={1}>{titleOf(plan, billing, preview, t)}</ScreenTitle>
      <p className="gh-description">{t('nothingLost')}</p>
      {preview === undefined && error !== null ? (
        <ListError title={t('previewFailed')} retryLabel={t('retry')} onRetry={props.onRetry}>
          {explain(error)}
        </ListError>
      ) : null}
      {preview === undefined && error === null ? (
        <div className="gh-confirm-waiting" role="status" aria-label={t('recalculating')}>
          <span className="gh-skeleton-cell" />
          <span className="gh-skeleton-cell" />
        </div>
      ) : null}
      {preview ? (
        <>
          <div className="gh-confirm-bills" data-dimmed={props.isRecalculating ? '' : undefined} aria-live="polite">
            <Today preview={preview} words={words} now={new Date(now()).toISOString()} />
            <Then preview={preview} words={words} billing={billing} />
          </div>
          <ConfirmFacts {...props} t={t} />
          {reason === null ? null : (
            <Notice tone="error">
              {isStart ? t('failedStart', { reason }) : t('failed', { plan: billing.plan?.name ?? '', reason })}
            </Notice>
          )}
          <ConfirmAct {...props} {...{ preview, t, format }} />
        </>
      ) : null}
    </div>
  );
}
