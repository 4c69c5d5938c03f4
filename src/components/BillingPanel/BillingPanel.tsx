'use client';
import { useState } from 'react';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall } from '../../provider/context.js';
import { BillingForbidden } from '../BillingForbidden/index.js';
import { PlanPicker } from '../PlanPicker/PlanPicker.js';
import { useAccount } from '../parts/useAccount.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import { Account } from './Account.js';
import { BillingPanelView } from './BillingPanel.view.js';
import type { BillingPanelLookProps } from './BillingPanel.view.js';

export interface BillingPanelProps extends BillingPanelLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * A workspace's billing: its plan and the ways to change it, the next bill line by line, payment methods, who sees it,
 * details, invoices. Who may not see it learns whom to ask. Nothing where the adapter has no billing.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <BillingPanel />
 * </GuildhallProvider>
 */
export function BillingPanel({ workspaceId: given, ...look }: BillingPanelProps) {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const { workspace, catalogue, billing, isRefused, error, isRetrying, retry } = useAccount(workspaceId);
  const [screen, setScreen] = useState<'panel' | 'plans'>('panel');
  const [question, setQuestion] = useState<'cancel' | 'seats' | null>(null);
  const [done, setDone] = useState<ChangeOutcome | null>(null);
  const [focusTurn, setFocusTurn] = useState(0);
  if (adapter.billing === undefined) return null;
  if (isRefused) return <BillingForbidden workspaceId={workspaceId} className={look.className} />;
  const toPanel = () => {
    setScreen('panel');
    setFocusTurn((turn) => turn + 1);
  };

  // What waits for the end of the period has a notice of its own, for as long as it waits.
  const finish = (outcome: ChangeOutcome) => setDone(outcome.offer.takesEffect === 'now' ? outcome : null);
  if (screen === 'plans' && billing) {
    const ask = (next: 'cancel' | 'seats') => () => {
      setQuestion(next);
      toPanel();
    };
    return (
      <PlanPicker
        workspaceId={workspaceId}
        className={look.className}
        style={look.style}
        onDone={(_, outcome) => {
          finish(outcome);
          toPanel();
        }}
        onBack={toPanel}
        onCancelPlan={billing.status === 'none' ? undefined : ask('cancel')}
        onChangeSeats={ask('seats')}
      />
    );
  }
  const account = catalogue && billing;
  return (
    <BillingPanelView
      {...look}
      focusTurn={focusTurn}
      workspaceName={workspace?.name}
      billing={account}
      isOff={catalogue?.mode === 'off'}
      error={error}
      isRetrying={isRetrying}
      onRetry={retry}
    >
      {account && workspace ? (
        <Account
          workspace={workspace}
          plans={catalogue.plans}
          billing={account}
          messages={look.messages}
          question={question}
          onQuestion={setQuestion}
          onChangePlan={() => {
            setDone(null);
            setScreen('plans');
          }}
          done={done}
          onDone={(outcome) => {
            finish(outcome);
            setQuestion(null);
          }}
          onCloseDone={() => {
            setDone(null);
            toPanel();
          }}
        />
      ) : null}
    </BillingPanelView>
  );
}
