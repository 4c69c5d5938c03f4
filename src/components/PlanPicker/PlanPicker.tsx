'use client';
import { useState } from 'react';
import type { Billing, Interval } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { useAccount } from '../parts/useAccount.js';
import { AwaitedPlans } from './AwaitedPlans.js';
import { ConfirmPlan } from './ConfirmPlan.js';
import type { Offer } from './offers.js';
import { planPickerMessages } from './PlanPicker.messages.js';
import { PlanPickerView } from './PlanPicker.view.js';
import type { PlanPickerLookProps } from './PlanPicker.view.js';
import type { ChangeOutcome } from './usePlanChange.js';

export interface PlanPickerProps extends PlanPickerLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** Told when a plan was changed, or its change was scheduled. */
  onDone?: ((billing: Billing, outcome: ChangeOutcome) => void) | undefined;
  /** Leads back to where it was opened from. @default no way back is shown */
  onBack?: (() => void) | undefined;
  /** Shows what going back to the free plan means. @default not offered */
  onCancelPlan?: (() => void) | undefined;
  /** Changes the seats of a prepaid plan. @default not offered */
  onChangeSeats?: (() => void) | undefined;
}

/**
 * The plans side by side, each with what it really costs this workspace; then, for the one that is chosen, what is paid
 * now and next, to the cent, before anything is confirmed. For owners and billing contacts.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <PlanPicker onDone={showBilling} onBack={showBilling} />
 * </GuildhallProvider>
 */
export function PlanPicker({ workspaceId: given, onDone, ...props }: PlanPickerProps) {
  const workspaceId = useWorkspaceId(given);
  const t = useMessages(planPickerMessages, props.messages);
  const { direction, locale } = useGuildhall();
  const account = useAccount(workspaceId);
  const [picked, setInterval] = useState<Interval | null>(null);
  const [chosen, setChosen] = useState<Offer | null>(null);
  const [cameBack, setCameBack] = useState(false);
  const { catalogue, billing } = account;
  if (catalogue === undefined || billing === undefined) {
    const { messages, className, style, onBack } = props;
    return <AwaitedPlans {...{ messages, className, style, onBack, account }} />;
  }
  const back = () => {
    setChosen(null);
    setCameBack(true);
  };
  const { plans } = catalogue;
  const interval = picked ?? billing.interval ?? 'month';
  if (chosen === null) {
    return (
      <PlanPickerView
        {...props}
        focusTurn={cameBack || props.onBack !== undefined ? 1 : 0}
        plans={plans}
        billing={billing}
        interval={interval}
        onInterval={setInterval}
        onChoose={setChosen}
      />
    );
  }
  return (
    <section className="gh-root" dir={direction} lang={locale} aria-label={t('title')}>
      <ConfirmPlan
        workspaceId={workspaceId}
        plan={chosen.plan}
        plans={plans}
        interval={chosen.interval}
        seats={chosen.seats}
        billing={billing}
        onDone={(changed, outcome) => {
          back();
          onDone?.(changed, outcome);
        }}
        onBack={back}
      />
    </section>
  );
}
