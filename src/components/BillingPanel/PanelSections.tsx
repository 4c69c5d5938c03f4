import type { ReactNode } from 'react';
import type { Billing, Invoice, Member, Plan } from '../../contract/index.js';
import { Button, Notice } from '../../ui/index.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import { CurrentPlan } from './CurrentPlan.js';
import { DoneNotice } from './DoneNotice.js';
import { EndingNotice } from './EndingNotice.js';
import { FreePlan } from './FreePlan.js';
import { NextBill } from './NextBill.js';
import { PastDueNotice } from './PastDueNotice.js';
import { WaitingNotice } from './WaitingNotice.js';
import type { PanelWords } from './words.js';

export interface PanelSectionsProps {
  billing: Billing;
  plans: readonly Plan[];
  invoices: readonly Invoice[];
  readers: readonly Member[];
  words: PanelWords;
  /** Milliseconds. */
  now: number;
  paying: { isPending: boolean; failure: unknown; pay: () => void };
  /** What the viewer has just changed. */
  done: ChangeOutcome | null;
  onCloseDone: () => void;
  workspaceName: string;
  /** Ends a first payment that was never confirmed. */
  onGiveUp: () => Promise<unknown>;
  onResume: () => Promise<unknown>;
  announce: (sentence: string) => void;
  onChangePlan: () => void;
  onChangeSeats: (() => void) | undefined;
  onAddMethod: () => void;
  onCancelPlan: () => void;
  /** Stripe's own portal. Absent where the adapter has none. */
  onOpenPortal: (() => void) | undefined;
  /** Why that did not open. */
  portalError: unknown;
  /** Payment methods, who sees billing, details, invoices. */
  children: ReactNode;
}

/** One notice at a time: what must be done first, then what was done, then what somebody chose. */
function TopNotice(props: PanelSectionsProps) {
  const { billing, words, invoices, readers, now, paying } = props;
  const { pastDue } = billing;
  if (pastDue) {
    return (
      <PastDueNotice
        billing={{ ...billing, pastDue }}
        invoice={invoices.find(({ id }) => id === pastDue.invoiceId)}
        {...{ readers, words, now }}
        isPending={paying.isPending}
        failure={paying.failure}
        onPay={paying.pay}
        onAddMethod={props.onAddMethod}
      />
    );
  }
  if (billing.status === 'incomplete') {
    const open = invoices.find(({ status }) => status === 'open');
    return <WaitingNotice {...{ ...paying, words }} invoice={open} onPay={paying.pay} onGiveUp={props.onGiveUp} />;
  }
  // What somebody chose after it says more than what was done before.
  if (props.done && billing.cancellation === null) {
    const { done: outcome, workspaceName, onCloseDone } = props;
    return <DoneNotice {...{ billing, outcome, workspaceName, words }} onClose={onCloseDone} />;
  }
  return <EndingNotice billing={billing} words={words} onResume={props.onResume} onResumed={props.announce} />;
}

function Footer({ billing, words: { t, format, explain }, ...props }: PanelSectionsProps) {
  const { onCancelPlan, onOpenPortal, portalError } = props;
  const { plan, status, cancellation, period, trialEndsAt } = billing;
  const canCancel = status !== 'none' && cancellation === null && plan !== null && plan.kind !== 'free';
  const end = trialEndsAt ?? period?.end;
  if (!canCancel && !onOpenPortal) return null;
  return (
    <footer className="gh-billing-footer">
      <p>{canCancel && end ? t('cancelNote', { plan: plan.name, date: format.day(end) }) : null}</p>
      {onOpenPortal ? (
        <Button variant="ghost" onClick={onOpenPortal}>
          {t('portal')}
        </Button>
      ) : null}
      {canCancel ? (
        <Button variant="ghost" onClick={onCancelPlan}>
          {t('cancel')}
        </Button>
      ) : null}
      {portalError ? <Notice tone="error">{t('portalFailed', { reason: explain(portalError) })}</Notice> : null}
    </footer>
  );
}

/** The sections of a known account, from the top down. */
export function PanelSections(props: PanelSectionsProps) {
  const { billing, plans, words, onChangePlan, onChangeSeats } = props;
  const isQuiet =
    billing.pastDue !== null || billing.cancellation !== null || billing.status === 'incomplete' || props.done !== null;
  return (
    <>
      <TopNotice {...props} />
      <CurrentPlan {...{ billing, words, isQuiet, onChangePlan, onChangeSeats }} />
      <FreePlan {...{ billing, plans, words }} />
      <NextBill billing={billing} words={words} />
      {props.children}
      <Footer {...props} />
    </>
  );
}
