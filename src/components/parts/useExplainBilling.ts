import { useMemo } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { billingErrorMessages } from './billingErrors.messages.js';

type Reason = keyof (typeof billingErrorMessages)['messages'];

const isReason = (reason: unknown): reason is Reason =>
  typeof reason === 'string' && reason in billingErrorMessages.messages;

/** The sentence for what went wrong with money, in the viewer's language; for all else the one that `useExplain` has. */
export function useExplainBilling(): (error: unknown) => string {
  const explain = useExplain();
  const t = useMessages(billingErrorMessages);
  return useMemo(
    () => (error) => {
      const details = isGuildhallError(error) ? error.details : undefined;
      const reason = details && 'reason' in details ? details.reason : undefined;
      return isReason(reason) ? t(reason) : explain(error);
    },
    [explain, t],
  );
}
