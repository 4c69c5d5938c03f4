import type { CSSProperties } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { classNames, ListError, useDelayed } from '../../ui/index.js';
import { billingPanelMessages } from '../BillingPanel/BillingPanel.messages.js';
import { Section } from './Section.js';
import type { AccountQuery } from './useAccount.js';
import { useExplainBilling } from './useExplainBilling.js';

export interface AwaitedAccountProps {
  heading: string;
  /** Rows that stand in for what comes. */
  rows: number;
  account: AccountQuery;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * Stands where one section of a workspace's billing will: its heading, and rows at their final height, or why they do not come.
 * Nothing where there is no account for this viewer.
 *
 * @example if (account.billing === undefined) return <AwaitedAccount heading={t('heading')} rows={2} account={account} />;
 */
export function AwaitedAccount({ heading, rows, account, className, style }: AwaitedAccountProps) {
  const { workspace, isExpected, error, isRetrying, retry } = account;
  const t = useMessages(billingPanelMessages);
  const explain = useExplainBilling();
  const { direction, locale } = useGuildhall();
  const isLoading = isExpected && error === null;
  const showsSkeleton = useDelayed(isLoading, 200);
  // Until it is known who is asking, nothing comes that would go again.
  if (!isExpected || (workspace === undefined && error === null && !showsSkeleton)) return null;
  return (
    <div className={classNames('gh-root', className)} style={style} dir={direction} lang={locale} aria-busy={isLoading}>
      <Section heading={heading}>
        {error === null ? null : (
          <ListError title={t('failed')} retryLabel={t('retry')} onRetry={retry} pending={isRetrying}>
            {explain(error)}
          </ListError>
        )}
        {showsSkeleton
          ? Array.from({ length: rows }, (_, row) => (
              <div key={row} className="gh-skeleton-rest" data-kind="methods" aria-hidden="true">
                <span className="gh-skeleton-line" style={{ inlineSize: row % 2 === 0 ? '48%' : '36%' }} />
              </div>
            ))
          : null}
      </Section>
    </div>
  );
}
