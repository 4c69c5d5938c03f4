import { useState } from 'react';
import type { CSSProperties } from 'react';
import { INTERVALS } from '../../contract/index.js';
import type { Interval } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { FeatureTable } from './FeatureTable.js';
import { monthsFree, offersOf } from './offers.js';
import type { Offer } from './offers.js';
import { PickerFrame } from './PickerFrame.js';
import { PickerRule } from './PickerRule.js';
import { PlanColumn } from './PlanColumn.js';
import { planPickerMessages } from './PlanPicker.messages.js';
import { Segments } from './Segments.js';
import type { PickerActions, PickerData, PickerWords } from './types.js';

/** What the picker takes beside its data. */
export interface PlanPickerLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof planPickerMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface PlanPickerViewProps extends PlanPickerLookProps, PickerData, PickerActions {
  interval: Interval;
  onInterval: (interval: Interval) => void;
  /** Leads back to where it was opened from. Absent where it stands by itself. */
  onBack?: (() => void) | undefined;
  /** A new number whenever it took the place of another screen: its title takes the focus. @default 0 */
  focusTurn?: number | undefined;
}

interface SwitchProps extends Pick<PlanPickerViewProps, 'interval' | 'onInterval' | 'plans'> {
  words: PickerWords;
}

function IntervalSwitch({ interval, onInterval, plans, words: { t } }: SwitchProps) {
  const sold = INTERVALS.filter((one) => plans.some(({ kind, prices }) => kind !== 'free' && prices[one] !== null));
  const free = monthsFree(plans);
  if (sold.length < 2) return null;
  const options = sold.map((value) => ({
    value,
    label: value === 'year' && free > 0 ? t('yearSaves', { count: free }) : t(value),
  }));
  return <Segments label={t('interval')} options={options} value={interval} onChange={onInterval} />;
}

/**
 * The next plan up is the likeliest step, or the same one where it would be paid at other times; without a plan, the
 * first that is paid for.
 */
function nextOf(offers: readonly Offer[], currentId: string | undefined): Offer | undefined {
  const from = offers.findIndex(({ isCurrent }) => isCurrent);
  const isStep = ({ plan, total, difference, isOverLimit }: Offer) =>
    plan.kind !== 'free' &&
    total !== null &&
    !isOverLimit &&
    (plan.id === currentId || difference === null || difference.amount > 0);
  return offers.slice(from + 1).find(isStep);
}

/**
 * The plans side by side, each with what it really costs this workspace, from props alone. Words and language come
 * from the provider.
 *
 * @example <PlanPickerView plans={catalogue.plans} billing={billing} interval="month" … />
 */
export function PlanPickerView(props: PlanPickerViewProps) {
  const { plans, billing, interval, onBack, onChoose, onCancelPlan, onChangeSeats } = props;
  const t = useMessages(planPickerMessages, props.messages);
  const { format } = useGuildhall();
  const words: PickerWords = { t, format };
  const offers = offersOf(plans, billing, interval);
  const next = nextOf(offers, billing.plan?.id);
  const [picked, setPicked] = useState<string | null>(null);
  const shownId = picked ?? next?.plan.id ?? billing.plan?.id ?? plans[0]?.id ?? '';
  return (
    <PickerFrame
      t={t}
      plans={plans.length}
      className={props.className}
      style={props.style}
      onBack={onBack}
      focusTurn={props.focusTurn}
      aside={<IntervalSwitch interval={interval} onInterval={props.onInterval} plans={plans} words={words} />}
    >
      <Segments
        className="gh-picker-plans"
        label={t('plan')}
        options={plans.map(({ id, name }) => ({ value: id, label: name }))}
        value={shownId}
        onChange={setPicked}
      />
      <ul className="gh-plans">
        {offers.map((offer) => (
          <PlanColumn
            key={offer.plan.id}
            {...{ offer, words, plans, billing, onChoose, onCancelPlan, onChangeSeats }}
            isNext={offer === next}
            isShown={offer.plan.id === shownId}
          />
        ))}
      </ul>
      <FeatureTable plans={plans} currentId={offers.find(({ isCurrent }) => isCurrent)?.plan.id} words={words} />
      <PickerRule t={t} />
    </PickerFrame>
  );
}
