import { Lock } from 'lucide-react';
import { useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { RowMessage } from '../../ui/index.js';
import { emptyMessages } from './empty.messages.js';

/** The server has answered that these members are not this viewer's to see. Loaded on demand. */
export function Forbidden({ overrides }: { overrides: MessageOverrides | undefined }) {
  const t = useMessages(emptyMessages, overrides);
  return (
    <RowMessage role="status" icon={<Lock />} title={t('forbidden')}>
      {t('forbiddenText')}
    </RowMessage>
  );
}
