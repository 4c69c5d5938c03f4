import type { CSSProperties, ReactNode } from 'react';
import type { Invoice, Plan } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, classNames, ListError, RetryNotice, useDelayed } from '../../ui/index.js';
import { billLineMessages } from '../parts/billLine.messages.js';
import { Section } from '../parts/Section.js';
import { invoiceHistoryMessages } from './InvoiceHistory.messages.js';
import { InvoiceRow } from './InvoiceRow.js';
import type { InvoiceWords } from './InvoiceRow.js';

/** What the history takes beside its data. */
export interface InvoiceHistoryLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof invoiceHistoryMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface InvoiceHistoryViewProps extends InvoiceHistoryLookProps {
  /** Newest first; undefined while they are not known. */
  invoices: readonly Invoice[] | undefined;
  /** The plans of the catalogue, for their names. */
  plans: readonly Plan[];
  /** What went wrong, at first or since. */
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  moreFailed: boolean;
  onMore: () => void;
}

type Part = InvoiceHistoryViewProps & { words: InvoiceWords; reason: string };

const COLUMNS = ['date', 'number', 'what', 'amount', 'status', 'pdf'] as const;

const classOf = (column: (typeof COLUMNS)[number]) => `gh-invoice-${column === 'pdf' ? 'links' : column}`;

function More({ words: { t }, reason, isLoadingMore, moreFailed, onMore }: Part) {
  return (
    <div className="gh-invoices-more">
      {moreFailed ? (
        <RetryNotice tone="error" retryLabel={t('retry')} onRetry={onMore}>
          {t('moreFailed', { reason })}
        </RetryNotice>
      ) : (
        <Button pending={isLoadingMore} onClick={onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

interface TableProps {
  words: InvoiceWords;
  /** Whether what it holds stands in for rows. @default false */
  isLoading?: boolean | undefined;
  children: ReactNode;
}

function Table({ words, isLoading = false, children }: TableProps) {
  return (
    <table className="gh-invoices-table" aria-label={words.t('heading')} aria-hidden={isLoading || undefined}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={classOf(column)}>
              {words.t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Rows that are on their way, in the columns and at the height of those that come. */
const SKELETON = [0, 1, 2, 3].map((row) => (
  <tr key={row} className="gh-invoice">
    {COLUMNS.map((column) => (
      <td key={column} className={classOf(column)} aria-hidden="true">
        <span className="gh-skeleton-line" />
      </td>
    ))}
  </tr>
));

function Body(part: Part) {
  const { invoices, error, words, isRetrying, onRetry } = part;
  const { t } = words;
  const showsSkeleton = useDelayed(invoices === undefined && error === null, 200);
  if (invoices === undefined && error !== null) {
    return (
      <ListError title={t('failed')} retryLabel={t('retry')} onRetry={onRetry} pending={isRetrying}>
        {part.reason}
      </ListError>
    );
  }
  if (invoices === undefined) {
    return showsSkeleton ? (
      <Table words={words} isLoading>
        {SKELETON}
      </Table>
    ) : null;
  }
  if (invoices.length === 0) return null;
  return (
    <>
      <Table words={words}>
        {invoices.map((invoice) => (
          <InvoiceRow key={invoice.id} invoice={invoice} words={words} />
        ))}
      </Table>
      {part.hasMore ? <More {...part} /> : null}
    </>
  );
}

/**
 * The invoices of a workspace, from props alone. Words and language come from the provider.
 *
 * @example <InvoiceHistoryView invoices={invoices} plans={catalogue.plans} … />
 */
export function InvoiceHistoryView(props: InvoiceHistoryViewProps) {
  const { invoices, plans, error, moreFailed } = props;
  const t = useMessages(invoiceHistoryMessages, props.messages);
  const tLine = useMessages(billLineMessages);
  const explain = useExplain();
  const { format, direction, locale } = useGuildhall();
  const planName = (planId: string) => plans.find(({ id }) => id === planId)?.name;
  const reason = error === null ? '' : explain(error);
  const isOutdated = invoices !== undefined && error !== null && !moreFailed;
  return (
    <div
      className={classNames('gh-root gh-invoices', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-busy={invoices === undefined && error === null}
    >
      <Section heading={t('heading')} description={invoices?.length === 0 ? t('empty') : null}>
        {isOutdated ? (
          <RetryNotice retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {t('outdated', { reason })}
          </RetryNotice>
        ) : null}
        <Body {...props} reason={reason} words={{ t, tLine, format, planName }} />
      </Section>
    </div>
  );
}
