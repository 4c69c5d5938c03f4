import { useMemo } from 'react';
import type { Plan } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { billLineMessages } from '../parts/billLine.messages.js';
import { methodMessages } from '../parts/method.messages.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { billingPanelMessages } from './BillingPanel.messages.js';
import { billingNoticesMessages } from './notices.messages.js';
import type { PanelWords } from './words.js';

/** What the panel is said with, in the viewer's language. */
export function usePanelWords(
  plans: readonly Plan[],
  messages: MessageOverrides<(typeof billingPanelMessages)['messages']> | undefined,
): PanelWords {
  const t = useMessages(billingPanelMessages, messages);
  const tNotice = useMessages(billingNoticesMessages);
  const tMethod = useMessages(methodMessages);
  const tLine = useMessages(billLineMessages);
  const explain = useExplainBilling();
  const { format } = useGuildhall();
  return useMemo(() => {
    const planName = (planId: string) => plans.find(({ id }) => id === planId)?.name;
    return { t, tNotice, tMethod, format, explain, line: { t: tLine, format, planName } };
  }, [t, tNotice, tMethod, tLine, format, explain, plans]);
}
