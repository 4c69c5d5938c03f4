import type { CSSProperties } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { classNames, ListError } from '../../ui/index.js';
import { billingPanelMessages } from '../BillingPanel/BillingPanel.messages.js';
import { Section } from './Section.js';
import { SkeletonRest } from './SkeletonRest.js';
import type { SkeletonRestProps } from './SkeletonRest.js';
import type { AccountQuery } from './useAccount.js';
import { useAwaited } from './useAwaited.js';
import { useExplainBilling } from './useExplainBilling.js';

export interface AwaitedAccountProps {
  heading: string;
  /** Below the heading. @default null */
  description?: string | null | undefined;
  /** What stands in for what comes. */
  rest: SkeletonRestProps;
  account: AccountQuery;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * Stands where one section of a workspace's billing will: its heading, and lines at their final height, or why they do not come.
 * Nothing where there is no account for this viewer.
 *
 * @example if (account.billing === undefined) return <AwaitedAccount heading={t('heading')} rest={{ kind: 'methods', pieces: 2 }} account={account} />;
 */
export function AwaitedAccount({ heading, description = null, rest, account, className, style }: AwaitedAccountProps) {
  const { error, isRetrying, retry } = account;
  const t = useMessages(billingPanelMessages);
  const explain = useExplainBilling();
  const { direction, locale } = useGuildhall();
  const { isLoading, showsSkeleton, isShown } = useAwaited(account);
  if (!isShown) return null;
  return (
    <div className={classNames('gh-root', className)} style={style} dir={direction} lang={locale} aria-busy={isLoading}>
      <Section
        heading={heading}
        description={description}
        actions={showsSkeleton ? <span className="gh-skeleton-button" style={{ inlineSize: 56 }} /> : null}
      >
        {error === null ? null : (
          <ListError title={t('failed')} retryLabel={t('retry')} onRetry={retry} pending={isRetrying}>
            {explain(error)}
          </ListError>
        )}
        {showsSkeleton ? <SkeletonRest {...rest} /> : null}
      </Section>
    </div>
  );
}
