import type { ReactNode } from 'react';
import type { Money } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button } from '../../ui/index.js';
import type { ButtonProps } from '../../ui/index.js';
import { billMessages } from './bill.messages.js';

export interface PayingButtonProps extends Pick<ButtonProps, 'type' | 'reason' | 'onClick'> {
  /** What is paid by it; undefined or nothing at all: it pays nothing, and turns as any button does. */
  amount: Money | undefined;
  isPaying: boolean;
  /** Whether the amount is not known yet: it cannot be pressed then. @default false */
  isWaiting?: boolean | undefined;
  /** What it does, with the amount: "Upgrade and pay $96.40". */
  children: ReactNode;
}

/**
 * The one solid button that pays. While it does it says what is being paid, at the same width.
 *
 * @example <PayingButton amount={due} isPaying={isPending} onClick={pay}>{t('pay', { amount })}</PayingButton>
 */
export function PayingButton({ amount, isPaying, isWaiting = false, children, ...button }: PayingButtonProps) {
  const t = useMessages(billMessages);
  const { format } = useGuildhall();
  const says = isPaying && amount !== undefined && amount.amount > 0;
  return (
    <Button {...button} variant="primary" pending={isPaying || isWaiting}>
      {says ? (
        <span className="gh-paying">
          <span aria-hidden="true">{children}</span>
          <span>{t('paying', { amount: format.money(amount) })}</span>
        </span>
      ) : (
        children
      )}
    </Button>
  );
}
