import { isGuildhallError } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { ListError, onDemand } from '../../ui/index.js';
import type { Words } from './context.js';
import { MessageHead } from './MessageHead.js';

const Forbidden = onDemand(() => import('./Forbidden.js').then((module) => module.Forbidden));

interface FailedProps {
  t: Words;
  overrides: MessageOverrides | undefined;
  explain: (error: unknown) => string;
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
}

/** The list did not load: what went wrong, what still holds, and another try where that may help. */
export function Failed({ t, overrides, explain, error, isRetrying, onRetry }: FailedProps) {
  if (isGuildhallError(error, 'forbidden') || isGuildhallError(error, 'not_found')) {
    return <Forbidden overrides={overrides} />;
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
