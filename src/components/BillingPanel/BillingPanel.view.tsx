import { CreditCard } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import type { Billing } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { classNames, ListError, RetryNotice, RowMessage, useDelayed } from '../../ui/index.js';
import { ScreenTitle } from '../parts/ScreenTitle.js';
import { useFocusKept } from '../parts/useFocusKept.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { ScreenDescription } from '../parts/ScreenDescription.js';
import { billingPanelMessages } from './BillingPanel.messages.js';
import { PanelSkeleton } from './PanelSkeleton.js';

/** What the panel takes beside its data. */
export interface BillingPanelLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof billingPanelMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface BillingPanelViewProps extends BillingPanelLookProps {
  /** Undefined while it is not known. */
  workspaceName: string | undefined;
  /** Undefined while it is not known. */
  billing: Billing | undefined;
  /** Whether the host has set billing up at all. */
  isOff: boolean;
  /** What went wrong, at first or since. */
  error: unknown;
  /** A new number whenever what had the focus has gone: its title takes it. @default 0 */
  focusTurn?: number | undefined;
  isRetrying: boolean;
  onRetry: () => void;
  /** The sections, from the top down, once the account is known. */
  children: ReactNode;
}

/**
 * The frame of a workspace's billing, from props alone: its title, and what stands in the way. Words and language come
 * from the provider.
 *
 * @example <BillingPanelView workspaceName="Northwind" billing={billing} … ><NextBill … /></BillingPanelView>
 */
export function BillingPanelView(props: BillingPanelViewProps) {
  const { workspaceName, billing, isOff, error } = props;
  const t = useMessages(billingPanelMessages, props.messages);
  const explain = useExplainBilling();
  const { direction, locale } = useGuildhall();
  const focus = useFocusKept('.gh-title');
  const isLoading = billing === undefined && error === null && !isOff;
  const showsSkeleton = useDelayed(isLoading, 200);
  return (
    <section
      className={classNames('gh-root gh-billing', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      aria-busy={isLoading}
      {...focus}
    >
      <div>
        <ScreenTitle focusTurn={props.focusTurn ?? 0}>{t('title')}</ScreenTitle>
        <ScreenDescription
          workspaceName={isOff ? undefined : workspaceName}
          of={(name) => t('description', { workspace: name })}
        />
        {isOff ? (
          <RowMessage icon={<CreditCard />} title={t('off')}>
            {t('offText')}
          </RowMessage>
        ) : null}
        {!isOff && billing === undefined && error !== null ? (
          <ListError title={t('failed')} retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {explain(error)}
          </ListError>
        ) : null}
        {billing && error !== null ? (
          <RetryNotice retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {t('outdated', { reason: explain(error) })}
          </RetryNotice>
        ) : null}
        {showsSkeleton ? <PanelSkeleton /> : null}
        {billing && !isOff ? <div className="gh-billing-sections">{props.children}</div> : null}
      </div>
    </section>
  );
}
