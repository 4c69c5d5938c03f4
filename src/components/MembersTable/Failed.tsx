import { Lock } from 'lucide-react';
import { isGuildhallError } from '../../contract/index.js';
import { ListError, RowMessage } from '../../ui/index.js';
import type { Words } from './context.js';
import { MessageHead } from './MessageHead.js';

interface FailedProps {
  t: Words;
  explain: (error: unknown) => string;
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
}

/** The list did not load: what went wrong, what still holds, and another try where that may help. */
export function Failed({ t, explain, error, isRetrying, onRetry }: FailedProps) {
  if (isGuildhallError(error, 'forbidden') || isGuildhallError(error, 'not_found')) {
    return (
      <RowMessage role="status" icon={<Lock />} title={t('forbidden')}>
        {t('forbiddenText')}
      </RowMessage>
    );
  }
  return (
    <>
      <MessageHead>{t('title')}</MessageHead>
      <ListError title={t('failed')} retryLabel={t('retry')} onRetry={onRetry} pending={isRetrying}>
        {t('failedText', { reason: explain(error) })}
      </ListError>
    </>
  );
}
