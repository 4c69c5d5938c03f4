import { useState } from 'react';
import type { Billing } from '../../contract/index.js';
import { useSetDefaultPaymentMethod } from '../../hooks/index.js';
import { AddPaymentMethod } from '../PaymentMethods/AddPaymentMethod.js';

export interface PayWithAnotherProps {
  workspaceId: string;
  billing: Billing;
  /** Bills are paid with it from now on; unmount this then. */
  onDone: () => void;
  onClose: () => void;
}

/**
 * Asks for a payment method, and pays with that one from now on: who presses "Use another" means the next payment.
 *
 * @example {isAdding && <PayWithAnother workspaceId={id} billing={billing} onDone={close} onClose={close} />}
 */
export function PayWithAnother({ workspaceId, billing, onDone, onClose }: PayWithAnotherProps) {
  const { mutateAsync: setDefault } = useSetDefaultPaymentMethod();
  const [before] = useState(() => new Set(billing.paymentMethods.map(({ id }) => id)));
  const payWithNew = async ({ paymentMethods }: Billing) => {
    const added = paymentMethods.find(({ id, isDefault }) => !isDefault && !before.has(id));
    // It is there in any case, and which one pays is shown: to fail here leaves the choice to the reader.
    if (added) await setDefault({ workspaceId, paymentMethodId: added.id }).catch(() => undefined);
    onDone();
  };
  return (
    <AddPaymentMethod
      workspaceId={workspaceId}
      currency={billing.plan?.currency}
      onAdded={(account) => void payWithNew(account)}
      onClose={onClose}
    />
  );
}
