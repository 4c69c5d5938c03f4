import type { ReactNode } from 'react';
import type { Billing, Member, Plan } from '../../contract/index.js';
import { useAttempt } from '../../hooks/useAttempt.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Avatar } from '../../ui/index.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { billingDialogsMessages } from './dialogs.messages.js';
import type { DialogWords } from './words.js';

export interface CancelPlanDialogProps {
  billing: Billing;
  plan: Plan;
  /** Where the workspace stands afterwards; undefined where the host has no free plan. */
  free: Plan | undefined;
  workspaceName: string;
  /** Who sees billing, and so this. */
  readers: readonly Member[];
  onCancelPlan: () => Promise<unknown>;
  onClose: () => void;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gh-cancel-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function afterwards({ plan, free, workspaceName, billing }: CancelPlanDialogProps, t: DialogWords): string {
  const count = billing.seats.members;
  if (free === undefined) return t('onNothing', { plan: plan.name, count });
  const words = { workspace: workspaceName, free: free.name };
  if (free.memberLimit === null || count <= free.memberLimit) return t('onFree', words);
  return t('onFreeFull', { ...words, count, limit: free.memberLimit });
}

/** Says what ends, when, and what stays, before a plan is cancelled. Loaded on demand. */
export function CancelPlanDialog(props: CancelPlanDialogProps) {
  const { billing, plan, readers, onCancelPlan, onClose } = props;
  const t = useMessages(billingDialogsMessages);
  const explain = useExplainBilling();
  const { format } = useGuildhall();
  const { attempt, isPending, failure } = useAttempt();
  const owed = billing.pastDue?.amount;
  const kind = owed ? 'Owing' : billing.status === 'trialing' ? 'Trial' : '';
  const end = billing.trialEndsAt ?? billing.period?.end;
  const date = end === undefined ? '' : format.day(end);
  const cancel = () =>
    attempt(async () => {
      await onCancelPlan();
      onClose();
    });
  return (
    <ConfirmDialog
      title={t('cancelTitle', { plan: plan.name })}
      lead={t(`cancelLead${kind}`, { date })}
      keepLabel={t('keepPlan', { plan: plan.name })}
      confirmLabel={t('cancelOn', { date })}
      pending={isPending}
      problem={failure === null ? null : t('cancelFailed', { reason: explain(failure) })}
      onConfirm={() => void cancel()}
      onClose={onClose}
    >
      <dl className="gh-cancel-facts">
        <Fact name={t('until', { date })}>{t('untilText', { plan: plan.name })}</Fact>
        <Fact name={t('on', { date })}>{afterwards(props, t)}</Fact>
        <Fact name={t('kept')}>{t('keptText')}</Fact>
        <Fact name={t('money')}>
          {owed ? t('moneyOwing', { amount: format.money(owed) }) : t(kind === 'Trial' ? 'moneyTrial' : 'moneyText')}
        </Fact>
        {readers.length === 0 ? null : (
          <Fact name={t('sees')}>
            {readers.map((member) => (
              <span key={member.id} className="gh-confirm-reader">
                <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} size={20} />
                <bdi>{member.name}</bdi>
              </span>
            ))}
          </Fact>
        )}
      </dl>
    </ConfirmDialog>
  );
}
