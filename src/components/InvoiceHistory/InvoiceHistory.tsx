'use client';
import { useMemo } from 'react';
import { useCatalogue, useInvoices } from '../../hooks/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { InvoiceHistoryView } from './InvoiceHistory.view.js';
import type { InvoiceHistoryLookProps } from './InvoiceHistory.view.js';

export interface InvoiceHistoryProps extends InvoiceHistoryLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * The invoices of a workspace, newest first, each with its PDF. For owners and billing contacts.
 *
 * @example
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <InvoiceHistory />
 * </GuildhallProvider>
 */
export function InvoiceHistory({ workspaceId: given, ...look }: InvoiceHistoryProps) {
  const workspaceId = useWorkspaceId(given);
  const invoices = useInvoices(workspaceId);
  const { data: catalogue } = useCatalogue();
  const rows = useMemo(() => invoices.data?.pages.flatMap((page) => page.items), [invoices.data]);
  return (
    <InvoiceHistoryView
      {...look}
      invoices={rows}
      plans={catalogue?.plans ?? []}
      error={invoices.error}
      isRetrying={invoices.isFetching}
      onRetry={() => void invoices.refetch()}
      hasMore={invoices.hasNextPage}
      isLoadingMore={invoices.isFetchingNextPage}
      moreFailed={invoices.isFetchNextPageError}
      onMore={() => void invoices.fetchNextPage({ cancelRefetch: false })}
    />
  );
}
