import type { Invoice } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult } from './useGuildhallQuery.js';
import { usePermission } from './usePermission.js';
import { useWorkspaceId } from './useWorkspaceId.js';

/** Invoices on a page: few, since most people look for one of the last. */
const PAGE_SIZE = 12;

/** The invoices of a workspace by pages, newest first. Not asked for while the viewer may not see them. */
export function useInvoices(givenWorkspaceId?: string): PagesResult<Invoice> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(givenWorkspaceId);
  const enabled = usePermission('billing:manage', workspaceId);
  return useGuildhallPages(
    'billing.invoices',
    adapter.billing?.invoices,
    { workspaceId, limit: PAGE_SIZE },
    { enabled },
  );
}
