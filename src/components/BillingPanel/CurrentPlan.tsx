import type { Billing } from '../../contract/index.js';
import { Button, useChanged } from '../../ui/index.js';
import { Section } from '../parts/Section.js';
import { Status } from '../parts/Status.js';
import { SeatMeter } from './SeatMeter.js';
import { freeSeats, lineOf } from './words.js';
import type { PanelWords } from './words.js';

/** Milliseconds for which a plan that was changed keeps its tint: money is read more slowly than a name. */
const TINT = 6000;

export interface CurrentPlanProps {
  billing: Billing;
  words: PanelWords;
  /** A notice above has the solid button then. */
  isQuiet: boolean;
  onChangePlan: () => void;
  /** Absent where seats are not bought. */
  onChangeSeats: (() => void) | undefined;
}

function State({ billing, words: { t, format } }: CurrentPlanProps) {
  const { status, cancellation, trialEndsAt } = billing;
  if (status === 'past_due' || status === 'unpaid') return <Status tone="error">{t('pastDue')}</Status>;
  if (status === 'incomplete') return <Status tone="warning">{t('incomplete')}</Status>;
  if (cancellation) return <Status tone="warning">{t('ends', { date: format.day(cancellation.endsAt) })}</Status>;
  if (status === 'trialing' && trialEndsAt) return <Status>{t('trial', { date: format.day(trialEndsAt) })}</Status>;
  return null;
}

function Meter({ billing, words: { t } }: CurrentPlanProps) {
  const { seats, plan } = billing;
  const isFull = seats.limit !== null && plan?.seats !== 'prepaid' && seats.members >= seats.limit;
  if (isFull && plan) {
    const words = { plan: plan.name, used: seats.members, count: seats.limit ?? 0 };
    return <p className="gh-meter-full">{t('full', words)}</p>;
  }
  return <SeatMeter members={seats.members} invited={seats.invited} free={freeSeats(billing)} t={t} />;
}

/** The plan, who uses it, and the ways to change it. */
export function CurrentPlan(props: CurrentPlanProps) {
  const { billing, words, isQuiet, onChangePlan, onChangeSeats } = props;
  const { t } = words;
  const { plan } = billing;
  const isPaid = billing.status !== 'none';
  const line = lineOf(billing, words);
  const changed = useChanged(
    JSON.stringify([plan?.id, billing.interval, billing.seats.members, billing.seats.paid]),
    TINT,
  );
  return (
    <Section
      changed={changed}
      heading={plan === null ? t('noPlan') : t('plan', { plan: plan.name })}
      aside={<State {...props} />}
      description={line}
      actionsOnPhone="last"
      actions={
        <>
          {onChangeSeats ? <Button onClick={onChangeSeats}>{t('changeSeats')}</Button> : null}
          <Button variant={isQuiet ? 'soft' : 'primary'} onClick={onChangePlan}>
            {t(isPaid ? 'changePlan' : 'choosePlan')}
          </Button>
        </>
      }
    >
      <Meter {...props} />
      {plan?.seats === 'automatic' && isPaid ? <p className="gh-billing-note">{t('automatic')}</p> : null}
    </Section>
  );
}
