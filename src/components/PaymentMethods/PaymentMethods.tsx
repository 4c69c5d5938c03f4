'use client';
import { useState } from 'react';
import { useBilling, useRemovePaymentMethod, useSetDefaultPaymentMethod } from '../../hooks/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { AddPaymentMethod } from './AddPaymentMethod.js';
import { useGuildhall } from '../../provider/context.js';
import { PaymentMethodsView } from './PaymentMethods.view.js';
import type { PaymentMethodsLookProps } from './PaymentMethods.view.js';

export interface PaymentMethodsProps extends PaymentMethodsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * What a workspace pays with: add, choose the default, remove. For owners and billing contacts; nothing for others, and
 * nothing until the account is known.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <PaymentMethods />
 * </GuildhallProvider>
 */
export function PaymentMethods({ workspaceId: given, ...look }: PaymentMethodsProps) {
  const { now } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const { data: billing } = useBilling(workspaceId);
  const setDefault = useSetDefaultPaymentMethod();
  const remove = useRemovePaymentMethod();
  const [isAdding, setAdding] = useState(false);
  if (billing === undefined) return null;
  return (
    <>
      <PaymentMethodsView
        {...look}
        billing={billing}
        now={now()}
        actions={{
          add: () => setAdding(true),
          setDefault: ({ id }) => setDefault.mutateAsync({ workspaceId, paymentMethodId: id }),
          remove: ({ id }) => remove.mutateAsync({ workspaceId, paymentMethodId: id }),
        }}
      />
      {isAdding ? (
        <AddPaymentMethod
          workspaceId={workspaceId}
          messages={look.messages}
          onAdded={() => setAdding(false)}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
