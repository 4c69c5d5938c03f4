'use client';
import { onDemand } from '../../ui/index.js';

/**
 * A dialog with Stripe's own form for a payment method: a card's details never pass through the host's page or server.
 * It is loaded when it is first shown. Mount it to open it; what was typed stays if saving fails.
 *
 * @example {isOpen && <AddPaymentMethod workspaceId={id} onAdded={goOn} onClose={close} />}
 */
export const AddPaymentMethod = onDemand(() =>
  import('./AddPaymentMethodDialog.js').then((module) => module.AddPaymentMethodDialog),
);
