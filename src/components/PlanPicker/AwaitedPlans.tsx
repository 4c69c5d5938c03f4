import { useMessages } from '../../hooks/useMessages.js';
import { ListError } from '../../ui/index.js';
import { SkeletonLine } from '../parts/SkeletonRest.js';
import type { AccountQuery } from '../parts/useAccount.js';
import { useAwaited } from '../parts/useAwaited.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { PickerFrame } from './PickerFrame.js';
import { planPickerMessages } from './PlanPicker.messages.js';
import type { PlanPickerLookProps } from './PlanPicker.view.js';

interface AwaitedPlansProps extends PlanPickerLookProps {
  account: AccountQuery;
  onBack: (() => void) | undefined;
}

/** As many columns as most hosts have plans. */
const COLUMNS = 3;

/** The picker while its plans are on their way, or why they do not come. Nothing where there is no account for this viewer. */
export function AwaitedPlans({ account, messages, ...frame }: AwaitedPlansProps) {
  const { error, isRetrying, retry } = account;
  const t = useMessages(planPickerMessages, messages);
  const explain = useExplainBilling();
  const { isLoading, showsSkeleton, isShown } = useAwaited(account);
  if (!isShown) return null;
  return (
    <PickerFrame {...frame} t={t} plans={COLUMNS} isLoading={isLoading}>
      {error === null ? null : (
        <ListError title={t('failed')} retryLabel={t('retry')} onRetry={retry} pending={isRetrying}>
          {explain(error)}
        </ListError>
      )}
      {showsSkeleton ? (
        <div className="gh-plans" aria-hidden="true">
          {Array.from({ length: COLUMNS }, (_, column) => (
            <div key={column} className="gh-plan" data-shown={column === 0 ? '' : undefined}>
              {['40%', '88%', '56%', '72%'].map((width) => (
                <SkeletonLine key={width} width={width} />
              ))}
              <span className="gh-skeleton-button" />
            </div>
          ))}
        </div>
      ) : null}
    </PickerFrame>
  );
}
