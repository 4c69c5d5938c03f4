import { CreditCard } from 'lucide-react';
import type { PaymentMethod } from '../../contract/index.js';
import { useAttempt } from '../../hooks/useAttempt.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { BrandMark } from '../parts/BrandMark.js';
import { methodName } from '../parts/method.js';
import type { MethodWords } from './types.js';

export interface RemoveMethodDialogProps {
  method: PaymentMethod;
  /** What bills are paid with from then on; undefined where that does not change. */
  next: PaymentMethod | undefined;
  words: MethodWords;
  onRemove: () => Promise<unknown>;
  onRemoved: () => void;
  onClose: () => void;
}

/** Asks before a payment method is forgotten. Loaded on demand. */
export function RemoveMethodDialog({ method, next, words, onRemove, onRemoved, onClose }: RemoveMethodDialogProps) {
  const { t, tMethod, explain } = words;
  const { attempt, isPending, failure } = useAttempt();
  const name = methodName(method, tMethod);
  const remove = () =>
    attempt(async () => {
      await onRemove();
      onRemoved();
      onClose();
    });
  return (
    <ConfirmDialog
      title={t('removeTitle', { method: name })}
      mark={<BrandMark method={method} />}
      lead={t('removeLead')}
      consequences={
        next
          ? [
              {
                key: 'next',
                icon: <CreditCard />,
                sentence: t('removeDefault', { other: methodName(next, tMethod) }),
              },
            ]
          : []
      }
      keepLabel={t('removeKeep')}
      confirmLabel={t('removeConfirm', { method: name })}
      pending={isPending}
      problem={failure === null ? null : t('removeFailed', { reason: explain(failure) })}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
}
