import type { Billing, Invoice, Member, PastDue } from '../../contract/index.js';
import { areInvitationsPaused } from '../../contract/index.js';
import { Avatar, Button, Link, Notice } from '../../ui/index.js';
import { methodName } from '../parts/method.js';
import { PayingButton } from '../parts/PayingButton.js';
import { NoticeBox } from './NoticeBox.js';
import type { PanelWords } from './words.js';

export interface PastDueNoticeProps {
  billing: Billing & { pastDue: PastDue };
  /** The one that is not paid, where it is among those that are known. */
  invoice: Invoice | undefined;
  /** Who else sees billing. */
  readers: readonly Member[];
  words: PanelWords;
  /** Milliseconds. */
  now: number;
  isPending: boolean;
  /** What went wrong when it was paid. */
  failure: unknown;
  onPay: () => void;
  onAddMethod: () => void;
}

function Step({ date, children, state }: { date: string; children: string; state: 'done' | 'next' | 'later' }) {
  return (
    <li data-state={state}>
      <b>{date}</b>
      <small>{children}</small>
    </li>
  );
}

/** What has happened and what will, by its days; the last is what is really at stake. */
function Steps({ billing, words: { tNotice: t, format }, now }: PastDueNoticeProps) {
  const { since, attempts, nextAttemptAt, graceEndsAt } = billing.pastDue;
  const isOver = Date.parse(graceEndsAt) <= now;
  const steps = [
    { at: since, state: 'done' as const, text: attempts > 1 ? t('stepTried', { count: attempts }) : t('stepFailed') },
    ...(nextAttemptAt === null ? [] : [{ at: nextAttemptAt, state: 'next' as const, text: t('stepNext') }]),
    {
      at: graceEndsAt,
      state: isOver ? ('done' as const) : ('later' as const),
      text: t(isOver ? 'stepGraceOver' : 'stepGrace'),
    },
  ];
  return (
    <ol className="gh-billing-steps">
      {steps
        .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
        .map(({ at, state, text }) => (
          <Step key={text} date={format.day(at)} state={state}>
            {text}
          </Step>
        ))}
    </ol>
  );
}

function Footer({ invoice, readers, words: { tNotice: t, format } }: PastDueNoticeProps) {
  return (
    <div className="gh-billing-notice-foot">
      {readers.slice(0, 3).map((member) => (
        <Avatar key={member.id} id={member.userId} name={member.name} imageUrl={member.imageUrl} size={20} />
      ))}
      {readers.length === 0 ? null : (
        <span className="gh-billing-told">{t('told', { names: format.list(readers.map(({ name }) => name)) })}</span>
      )}
      {invoice?.hostedUrl ? (
        <Link href={invoice.hostedUrl} target="_blank" rel="noreferrer">
          {t('seeInvoice', { number: invoice.number ?? '' })}
        </Link>
      ) : null}
    </div>
  );
}

/** A payment that failed: how much, why, what it means, and the button that mends it. */
export function PastDueNotice(props: PastDueNoticeProps) {
  const { billing, words, now, isPending, failure } = props;
  const { tNotice: t, tMethod, format, explain } = words;
  const { pastDue, paymentMethods } = billing;
  const amount = format.money(pastDue.amount);
  const reason = t(`reason_${pastDue.reason}`);
  const method = paymentMethods.find(({ id }) => id === pastDue.paymentMethodId);
  const isPaused = areInvitationsPaused(
    pastDue.since,
    now,
    Date.parse(pastDue.graceEndsAt) - Date.parse(pastDue.since),
  );
  const said = method
    ? t('declinedMethod', { method: methodName(method, tMethod), reason })
    : t('declined', { reason });
  return (
    <NoticeBox
      tone="error"
      title={t('failedTitle', { amount })}
      action={
        <div className="gh-billing-notice-actions">
          <Button variant="ghost" onClick={props.onAddMethod}>
            {t('addMethod')}
          </Button>
          <PayingButton amount={pastDue.amount} isPaying={isPending} onClick={props.onPay}>
            {t('pay', { amount })}
          </PayingButton>
        </div>
      }
      footer={
        <>
          <Steps {...props} />
          <Footer {...props} />
        </>
      }
    >
      <p>
        {said} {t(isPaused ? 'paused' : 'keepWorking')}
      </p>
      {failure === null ? null : <Notice tone="error">{t('payFailed', { reason: explain(failure) })}</Notice>}
    </NoticeBox>
  );
}
