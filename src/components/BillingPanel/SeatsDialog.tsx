import { useEffect, useRef, useState } from 'react';
import type { Billing, Interval, Plan } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, Notice, RetryNotice } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { PayingButton } from '../parts/PayingButton.js';
import { PayWithAnother } from '../parts/PayWithAnother.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { usePlanChange } from '../PlanPicker/usePlanChange.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import { billingPanelMessages } from './BillingPanel.messages.js';
import { billingDialogsMessages } from './dialogs.messages.js';
import { seatChoice, seatLabel, seatNotes, seatProblem } from './seatChoice.js';
import { SeatMeter } from './SeatMeter.js';
import { SeatsMethod } from './SeatsMethod.js';
import { SeatsLedger } from './SeatsLedger.js';
import { SeatsStepper } from './SeatsStepper.js';

/** Milliseconds after the last key until the amount is asked for. */
const PAUSE = 250;

export interface SeatsDialogProps {
  workspaceId: string;
  billing: Billing;
  plan: Plan;
  interval: Interval;
  onDone: (billing: Billing, outcome: ChangeOutcome) => void;
  onClose: () => void;
}

/** A value, once it has stayed the same for a while. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Changes the seats of a prepaid plan, with what that costs beside every choice. Loaded on demand. */
export function SeatsDialog({ workspaceId, billing, plan, interval, onDone, onClose }: SeatsDialogProps) {
  const t = useMessages(billingDialogsMessages);
  const tPanel = useMessages(billingPanelMessages);
  const explain = useExplainBilling();
  const { format } = useGuildhall();
  const field = useRef<HTMLInputElement>(null);
  const [isAdding, setAdding] = useState(false);
  const [typed, setTyped] = useState(String((billing.seats.paid ?? 0) + 1));
  const choice = seatChoice(typed, billing);
  const { seats, paid, minimum, by } = choice;
  const problem = seatProblem(choice, t);
  const isChange = problem === null && by !== 0;
  const asked = useSettled(isChange ? seats : null, PAUSE);
  const change = asked === null ? null : { workspaceId, planId: plan.id, interval, seats: asked };
  const { preview, confirm, isPending, failure } = usePlanChange(change, billing, onDone);
  const isSettled = isChange && asked === seats && preview.data !== undefined && !preview.isPlaceholderData;
  const shown = isChange ? preview.data : undefined;
  const needsMethod = isSettled && shown?.needsPaymentMethod === true;
  const add = () => setAdding(true);
  const price = format.money({ amount: plan.prices[interval] ?? 0, currency: plan.currency });
  return (
    <Dialog
      title={t('seatsTitle')}
      description={t('seatsUse', { lead: t(`seatsLead_${interval}`, { price }), used: minimum })}
      closeLabel={t('close')}
      initialFocus={field}
      width={520}
      onClose={() => {
        if (!isPending) onClose();
      }}
      onSubmit={() => {
        if (needsMethod) add();
        else if (isSettled && preview.data) void confirm(preview.data);
      }}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('keepSeats', { seats: paid })}
          </Button>
          <PayingButton
            type="submit"
            amount={shown?.now?.due}
            isPaying={isPending}
            isWaiting={isChange && !isSettled && preview.error === null}
            reason={problem ?? (by === 0 ? t('asNow') : null)}
          >
            {needsMethod ? t('addMethod') : seatLabel(choice, isSettled ? shown : undefined, t, format)}
          </PayingButton>
        </>
      }
    >
      <SeatsStepper
        value={typed}
        minimum={minimum}
        onChange={setTyped}
        t={t}
        notes={seatNotes(choice, t)}
        problem={problem}
        field={field}
      />
      <SeatMeter
        t={tPanel}
        members={billing.seats.members}
        invited={billing.seats.invited}
        free={Math.max(0, Math.min(paid, seats ?? paid) - minimum)}
        added={Math.max(0, by)}
      />
      {shown ? (
        <SeatsLedger preview={shown} before={{ plan, interval, quantity: paid }} isDimmed={!isSettled} t={t} />
      ) : null}
      {shown?.now && (needsMethod || !shown.needsPaymentMethod) ? (
        <SeatsMethod method={billing.paymentMethods.find(({ isDefault }) => isDefault)} onAdd={add} t={t} />
      ) : null}
      {isChange && preview.error !== null ? (
        <RetryNotice tone="error" retryLabel={t('retry')} onRetry={() => void preview.refetch()}>
          {t('previewFailed', { reason: explain(preview.error) })}
        </RetryNotice>
      ) : null}
      {failure === null ? null : <Notice tone="error">{t('seatsFailed', { reason: explain(failure) })}</Notice>}
      {isAdding ? (
        <PayWithAnother
          {...{ workspaceId, billing }}
          onDone={() => {
            setAdding(false);
            void preview.refetch();
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Dialog>
  );
}
