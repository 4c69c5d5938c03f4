import type { Billing, Plan, ScheduledChange } from '../../contract/index.js';
import { useAttempt } from '../../hooks/useAttempt.js';
import { Button, Notice } from '../../ui/index.js';
import { NoticeBox } from './NoticeBox.js';
import { costOf, termsOf } from './words.js';
import type { PanelWords } from './words.js';

export interface EndingNoticeProps {
  billing: Billing;
  words: PanelWords;
  /** Takes a cancellation, or a scheduled change, back. */
  onResume: () => Promise<unknown>;
  /** Said politely when it was. */
  onResumed: (sentence: string) => void;
}

function useResume({ onResume, onResumed }: EndingNoticeProps) {
  const { attempt, isPending, failure } = useAttempt();
  const resume = (sentence: string) =>
    attempt(async () => {
      await onResume();
      onResumed(sentence);
    });
  return { resume, isPending, failure };
}

function Cancelled(props: EndingNoticeProps) {
  const { billing, words } = props;
  const { tNotice: t, format, explain } = words;
  const { resume, isPending, failure } = useResume(props);
  const { cancellation, plan } = billing;
  if (cancellation === null || plan === null) return null;
  const date = format.day(cancellation.endsAt);
  const { by, requestedAt } = cancellation;
  const terms = termsOf(billing);
  const note = terms === null ? t('resumeNote') : t('resumeNoteBill', { amount: format.money(costOf(terms)), date });
  return (
    <NoticeBox
      tone="neutral"
      title={t('endsTitle', { plan: plan.name, date })}
      action={
        <Button variant="primary" pending={isPending} onClick={() => void resume(t('resumed', { plan: plan.name }))}>
          {t('resume', { plan: plan.name })}
        </Button>
      }
      footer={<p className="gh-billing-notice-foot">{note}</p>}
    >
      <p>
        {by && requestedAt ? `${t('endsBy', { name: by.name, date: format.day(requestedAt) })} ` : null}
        {t('endsText')}
      </p>
      {failure === null ? null : <Notice tone="error">{t('resumeFailed', { date, reason: explain(failure) })}</Notice>}
    </NoticeBox>
  );
}

/** What waits, and what would be kept: another plan, another interval, or other seats. */
function scheduledWords(
  billing: Billing,
  change: ScheduledChange,
  plan: Plan,
  { tNotice: t, format, line }: PanelWords,
) {
  const date = format.day(change.at);
  if (change.planId !== plan.id) {
    const name = line.planName(change.planId) ?? change.planId;
    return { title: t('scheduledPlan', { plan: name, date }), keep: t('keep', { plan: plan.name }) };
  }
  if (change.interval !== billing.interval) {
    const title = t(`scheduledInterval_${change.interval}`, { plan: plan.name, date });
    return { title, keep: t(`keepInterval_${billing.interval ?? 'year'}`) };
  }
  const title = t('scheduledSeats', { count: change.seats ?? 0, date });
  return { title, keep: t('keepSeats', { count: billing.seats.paid ?? 0 }) };
}

function Scheduled(props: EndingNoticeProps) {
  const { billing, words } = props;
  const { tNotice: t, format, explain } = words;
  const { resume, isPending, failure } = useResume(props);
  const { scheduled, plan } = billing;
  if (scheduled === null || plan === null) return null;
  const date = format.day(scheduled.at);
  const { title, keep } = scheduledWords(billing, scheduled, plan, words);
  return (
    <NoticeBox
      tone="neutral"
      title={title}
      action={
        <Button pending={isPending} onClick={() => void resume(t('kept'))}>
          {keep}
        </Button>
      }
    >
      <p>{t('scheduledText')}</p>
      {failure === null ? null : <Notice tone="error">{t('keepFailed', { date, reason: explain(failure) })}</Notice>}
    </NoticeBox>
  );
}

/** What somebody chose, and how to take it back: the plan's end, or a change that waits for the period's. */
export function EndingNotice(props: EndingNoticeProps) {
  return props.billing.cancellation ? <Cancelled {...props} /> : <Scheduled {...props} />;
}
