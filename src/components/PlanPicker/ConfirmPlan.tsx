import { useState } from 'react';
import type { Billing, Interval, Plan } from '../../contract/index.js';
import { useWhoToAsk } from '../../hooks/index.js';
import { PayWithAnother } from '../parts/PayWithAnother.js';
import { ConfirmPlanView } from './ConfirmPlan.view.js';
import { usePlanChange } from './usePlanChange.js';
import type { ChangeOutcome } from './usePlanChange.js';

export interface ConfirmPlanProps {
  workspaceId: string;
  plan: Plan;
  plans: readonly Plan[];
  interval: Interval;
  /** Of a prepaid plan. */
  seats: number | undefined;
  billing: Billing;
  onDone: (billing: Billing, outcome: ChangeOutcome) => void;
  onBack: () => void;
}

/** Confirms a plan: what it costs, with what it is paid, and the bank's question where it has one. */
export function ConfirmPlan({ workspaceId, plan, plans, interval, seats, billing, onDone, onBack }: ConfirmPlanProps) {
  const change = { workspaceId, planId: plan.id, interval, ...(seats === undefined ? {} : { seats }) };
  const { preview, confirm, isPending, failure } = usePlanChange(change, billing, onDone);
  const readers = useWhoToAsk('billing:manage', workspaceId);
  const [isAdding, setAdding] = useState(false);
  const { data } = preview;
  return (
    <>
      <ConfirmPlanView
        {...{ plan, plans, billing, readers, isPending, failure, onBack }}
        preview={data}
        isRecalculating={preview.isPlaceholderData}
        error={preview.error}
        onRetry={() => void preview.refetch()}
        onConfirm={() => data && void confirm(data)}
        onAddMethod={() => setAdding(true)}
      />
      {isAdding ? (
        <PayWithAnother
          workspaceId={workspaceId}
          billing={billing}
          onDone={() => {
            setAdding(false);
            void preview.refetch();
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
