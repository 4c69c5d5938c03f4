import { useState } from 'react';
import type { Billing, Plan, Workspace } from '../../contract/index.js';
import { useCancelPlan, useInvoices, useOpenPortal, useResumePlan, useWhoToAsk } from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import { onDemand, useAnnouncer } from '../../ui/index.js';
import { BillingContacts } from '../BillingContacts/BillingContacts.js';
import { BillingDetails } from '../BillingDetails/BillingDetails.js';
import { InvoiceHistory } from '../InvoiceHistory/InvoiceHistory.js';
import { PaymentMethods } from '../PaymentMethods/PaymentMethods.js';
import { PayWithAnother } from '../parts/PayWithAnother.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import type { BillingPanelLookProps } from './BillingPanel.view.js';
import { PanelSections } from './PanelSections.js';
import { useNews } from './useNews.js';
import { usePanelWords } from './usePanelWords.js';
import { usePayNow } from './usePayNow.js';

const CancelPlanDialog = onDemand(() => import('./CancelPlanDialog.js').then((module) => module.CancelPlanDialog));
const SeatsDialog = onDemand(() => import('./SeatsDialog.js').then((module) => module.SeatsDialog));

export interface AccountProps extends Pick<BillingPanelLookProps, 'messages'> {
  workspace: Workspace;
  plans: readonly Plan[];
  billing: Billing;
  /** Which dialog is open. */
  question: 'cancel' | 'seats' | null;
  onQuestion: (question: 'cancel' | 'seats' | null) => void;
  onChangePlan: () => void;
  /** What the viewer has just changed, until they close that. */
  done: ChangeOutcome | null;
  onDone: (outcome: ChangeOutcome) => void;
  onCloseDone: () => void;
}

/** The dialogs that the account opens. */
function Questions({ workspace, plans, billing, question, onQuestion, onDone }: AccountProps) {
  const cancel = useCancelPlan();
  const readers = useWhoToAsk('billing:manage', workspace.id);
  const { plan, interval } = billing;
  const close = () => onQuestion(null);
  if (plan === null) return null;
  if (question === 'cancel') {
    return (
      <CancelPlanDialog
        {...{ billing, plan, readers }}
        free={plans.find(({ kind }) => kind === 'free')}
        workspaceName={workspace.name}
        onCancelPlan={() => cancel.mutateAsync({ workspaceId: workspace.id })}
        onClose={close}
      />
    );
  }
  if (question !== 'seats' || interval === null) return null;
  return (
    <SeatsDialog
      workspaceId={workspace.id}
      {...{ billing, plan, interval }}
      onDone={(_, outcome) => onDone(outcome)}
      onClose={close}
    />
  );
}

/** Everything of an account that is known. */
export function Account(props: AccountProps) {
  const { workspace, plans, billing, messages, done, onQuestion } = props;
  const { id: workspaceId } = workspace;
  const { adapter, now, format } = useGuildhall();
  const words = usePanelWords(plans, messages);
  const { announce, region } = useAnnouncer();
  useNews({ billing, done, workspaceName: workspace.name, words, announce });
  const invoices = useInvoices(workspaceId);
  const readers = useWhoToAsk('billing:manage', workspaceId);
  const resume = useResumePlan();
  const portal = useOpenPortal();
  const [isAdding, setAdding] = useState(false);
  const cancel = useCancelPlan();
  const known = invoices.data?.pages[0]?.items ?? [];
  const due = billing.pastDue?.amount ?? known.find(({ status }) => status === 'open')?.due;
  const paying = usePayNow(workspaceId, (settlement) => {
    const key = settlement === 'processing' ? 'onItsWay' : 'paid';
    if (due) announce(words.tNotice(key, { amount: format.money(due) }));
  });
  const openPortal = () =>
    portal.mutate(
      { workspaceId, returnPath: window.location.pathname },
      { onSuccess: ({ url }) => window.location.assign(url) },
    );
  return (
    <>
      <PanelSections
        {...{ billing, plans, readers, words, announce }}
        invoices={known}
        now={now()}
        paying={{ ...paying, pay: () => void paying.pay() }}
        onGiveUp={() => cancel.mutateAsync({ workspaceId })}
        onResume={() => resume.mutateAsync({ workspaceId })}
        onChangePlan={props.onChangePlan}
        onChangeSeats={billing.plan?.seats === 'prepaid' ? () => onQuestion('seats') : undefined}
        onAddMethod={() => setAdding(true)}
        onCancelPlan={() => onQuestion('cancel')}
        onOpenPortal={adapter.billing?.openPortal && billing.status !== 'none' ? openPortal : undefined}
        portalError={portal.error}
        done={done}
        onCloseDone={props.onCloseDone}
        workspaceName={workspace.name}
      >
        <PaymentMethods workspaceId={workspaceId} />
        <BillingContacts workspaceId={workspaceId} />
        <BillingDetails workspaceId={workspaceId} />
        <InvoiceHistory workspaceId={workspaceId} />
      </PanelSections>
      {region}
      {props.question === null ? null : <Questions {...props} />}
      {isAdding ? (
        <PayWithAnother
          {...{ workspaceId, billing }}
          onDone={() => setAdding(false)}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
