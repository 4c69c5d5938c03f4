import { useEffect, useState } from 'react';
import { minimumSeats } from '../../contract/index.js';
import type { Billing, Interval, Plan } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, Notice } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { BrandMark } from '../parts/BrandMark.js';
import { methodMessages } from '../parts/method.messages.js';
import { methodName } from '../parts/method.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { usePlanChange } from '../PlanPicker/usePlanChange.js';
import { billingPanelMessages } from './BillingPanel.messages.js';
import { billingDialogsMessages } from './dialogs.messages.js';
import { SeatMeter } from './SeatMeter.js';
import { SeatsLedger } from './SeatsLedger.js';
import { SeatsStepper } from './SeatsStepper.js';
import type { DialogWords } from './words.js';

/** Milliseconds after the last key until the amount is asked for. */
const PAUSE = 250;

export interface SeatsDialogProps {
  workspaceId: string;
  billing: Billing;
  plan: Plan;
  interval: Interval;
  onDone: (billing: Billing) => void;
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

interface Choice {
  /** Null while what is typed is no number. */
  seats: number | null;
  paid: number;
  minimum: number;
}

function notesOf({ seats, paid, minimum }: Choice, t: DialogWords): string[] {
  const by = (seats ?? paid) - paid;
  const change = by === 0 ? t('asNow') : t(by > 0 ? 'moreThanNow' : 'fewerThanNow', { count: Math.abs(by) });
  return minimum < paid ? [change, t('downTo', { count: minimum })] : [change];
}

/** The button that does it: the verb and the amount, once it is known, or the date where nothing is paid now. */
function labelOf({ seats, paid }: Choice, t: DialogWords, price: string | null, day: string) {
  const by = (seats ?? paid) - paid;
  if (by < 0) return t('giveBack', { count: -by, date: day });
  return price === null ? t('addUnpriced', { count: by }) : t('add', { count: by, amount: price });
}

/** Changes the seats of a prepaid plan, with what that costs beside every choice. Loaded on demand. */
export function SeatsDialog({ workspaceId, billing, plan, interval, onDone, onClose }: SeatsDialogProps) {
  const t = useMessages(billingDialogsMessages);
  const tPanel = useMessages(billingPanelMessages);
  const tMethod = useMessages(methodMessages);
  const explain = useExplainBilling();
  const { format, now } = useGuildhall();
  const paid = billing.seats.paid ?? 0;
  const minimum = minimumSeats(billing.seats);
  const [typed, setTyped] = useState(String(paid + 1));
  const seats = typed === '' || Number(typed) < 1 ? null : Number(typed);
  const choice: Choice = { seats, paid, minimum };
  const isTooFew = seats !== null && seats < minimum;
  const isChange = seats !== null && seats !== paid && !isTooFew;
  const asked = useSettled(isChange ? seats : null, PAUSE);
  const change = asked === null ? null : { workspaceId, planId: plan.id, interval, seats: asked };
  const { preview, confirm, isPending, failure } = usePlanChange(change, onDone);
  const isSettled = isChange && asked === seats && preview.data !== undefined && !preview.isPlaceholderData;
  const shown = isChange ? preview.data : undefined;
  const method = billing.paymentMethods.find(({ isDefault }) => isDefault);
  const price = format.money({ amount: plan.prices[interval] ?? 0, currency: plan.currency });
  const added = Math.max(0, (seats ?? paid) - paid);
  return (
    <Dialog
      title={t('seatsTitle')}
      description={t('seatsUse', { lead: t(`seatsLead_${interval}`, { price }), used: minimum })}
      closeLabel={t('close')}
      width={520}
      onClose={() => {
        if (!isPending) onClose();
      }}
      onSubmit={() => isSettled && preview.data && void confirm(preview.data)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('keepSeats', { seats: paid })}
          </Button>
          <Button
            type="submit"
            variant="primary"
            pending={isPending || (isChange && !isSettled && preview.error === null)}
            reason={isTooFew ? t('tooFew', { used: minimum }) : isChange ? null : t('asNow')}
          >
            {labelOf(
              choice,
              t,
              isSettled && shown?.now ? format.money(shown.now.due) : null,
              format.day(shown?.at ?? billing.period?.end ?? new Date(now()).toISOString()),
            )}
          </Button>
        </>
      }
    >
      <SeatsStepper
        value={typed}
        minimum={minimum}
        onChange={setTyped}
        t={t}
        notes={notesOf(choice, t)}
        problem={isTooFew ? t('tooFew', { used: minimum }) : null}
      />
      <SeatMeter
        t={tPanel}
        members={billing.seats.members}
        invited={billing.seats.invited}
        free={Math.max(0, Math.min(paid, seats ?? paid) - minimum)}
        added={Math.min(added, 200)}
      />
      {shown ? (
        <SeatsLedger preview={shown} before={{ plan, interval, quantity: paid }} isDimmed={!isSettled} t={t} />
      ) : null}
      {method && added > 0 ? (
        <p className="gh-seats-method">
          <BrandMark method={method} /> {methodName(method, tMethod)}
        </p>
      ) : null}
      {isChange && preview.error !== null ? (
        <Notice
          tone="error"
          actions={
            <Button size="small" onClick={() => void preview.refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t('previewFailed', { reason: explain(preview.error) })}
        </Notice>
      ) : null}
      {failure === null ? null : <Notice tone="error">{t('seatsFailed', { reason: explain(failure) })}</Notice>}
    </Dialog>
  );
}
