import { useMessages } from '../../hooks/useMessages.js';
import { ListError } from '../../ui/index.js';
import type { AccountQuery } from '../parts/useAccount.js';
import { useAwaited } from '../parts/useAwaited.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { PickerFrame } from './PickerFrame.js';
import { planPickerMessages } from './PlanPicker.messages.js';
import type { PlanPickerLookProps } from './PlanPicker.view.js';
import { PickerRule } from './PickerRule.js';
import { SkeletonPlans, SkeletonSwitch } from './SkeletonPlans.js';

interface AwaitedPlansProps extends PlanPickerLookProps {
  account: AccountQuery;
  onBack: (() => void) | undefined;
}

/** As many as a catalogue often has, until it is there. */
const USUAL = 4;

/** The picker while its plans are on their way, or why they do not come. Nothing where there is no account for this viewer. */
export function AwaitedPlans({ account, messages, ...frame }: AwaitedPlansProps) {
  const { error, isRetrying, retry } = account;
  const t = useMessages(planPickerMessages, messages);
  const explain = useExplainBilling();
  const { isLoading, showsSkeleton, isShown } = useAwaited(account);
  const plans = account.catalogue?.plans.length ?? USUAL;
  if (!isShown) return null;
  return (
    <PickerFrame {...frame} t={t} plans={plans} isLoading={isLoading} aside={showsSkeleton ? <SkeletonSwitch /> : null}>
      {error === null ? null : (
        <ListError title={t('failed')} retryLabel={t('retry')} onRetry={retry} pending={isRetrying}>
          {explain(error)}
        </ListError>
      )}
      {showsSkeleton ? (
        <>
          <SkeletonPlans count={plans} />
          <PickerRule t={t} />
        </>
      ) : null}
    </PickerFrame>
  );
}
