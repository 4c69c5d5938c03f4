'use client';
import { useState } from 'react';
import type { Billing } from '../../contract/index.js';
import { useRemovePaymentMethod, useSetDefaultPaymentMethod } from '../../hooks/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { AddPaymentMethod } from './AddPaymentMethod.js';
import { useGuildhall } from '../../provider/context.js';
import { AwaitedAccount } from '../parts/AwaitedAccount.js';
import { useAccount } from '../parts/useAccount.js';
import { paymentMethodsMessages } from './PaymentMethods.messages.js';
import { PaymentMethodsView } from './PaymentMethods.view.js';
import type { PaymentMethodsLookProps, PaymentMethodsViewProps } from './PaymentMethods.view.js';

export interface PaymentMethodsProps extends PaymentMethodsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * What a workspace pays with: add, choose the default, remove. For owners and billing contacts; nothing for others.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <PaymentMethods />
 * </GuildhallProvider>
 */
export function PaymentMethods({ workspaceId: given, ...look }: PaymentMethodsProps) {
  const { now } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const t = useMessages(paymentMethodsMessages, look.messages);
  const account = useAccount(workspaceId);
  const { billing } = account;
  const setDefault = useSetDefaultPaymentMethod();
  const remove = useRemovePaymentMethod();
  const [isAdding, setAdding] = useState(false);
  const [notDefault, setNotDefault] = useState<PaymentMethodsViewProps['notDefault']>(null);
  if (billing === undefined) {
    return <AwaitedAccount {...look} heading={t('heading')} rest={{ kind: 'methods', pieces: 2 }} account={account} />;
  }
  const before = billing.paymentMethods;
  const added = async ({ paymentMethods }: Billing, isForNextBill: boolean) => {
    setAdding(false);
    const method = paymentMethods.find(({ id }) => before.every((known) => known.id !== id));
    if (!isForNextBill || method === undefined || method.isDefault) return;
    try {
      await setDefault.mutateAsync({ workspaceId, paymentMethodId: method.id });
    } catch (error) {
      // It is there all the same: only which one pays was not changed.
      setNotDefault({ method, error });
    }
  };
  return (
    <>
      <PaymentMethodsView
        {...look}
        billing={billing}
        now={now()}
        notDefault={notDefault}
        actions={{
          add: () => {
            setNotDefault(null);
            setAdding(true);
          },
          setDefault: ({ id }) => setDefault.mutateAsync({ workspaceId, paymentMethodId: id }),
          remove: ({ id }) => remove.mutateAsync({ workspaceId, paymentMethodId: id }),
        }}
      />
      {isAdding ? (
        <AddPaymentMethod
          workspaceId={workspaceId}
          messages={look.messages}
          asksForNextBill={before.length > 0}
          onAdded={(changed, isForNextBill) => void added(changed, isForNextBill)}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
