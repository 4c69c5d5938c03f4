import { openReport } from '../../report.js';
import type { Report, ReportShape } from '../../report.js';
import { needsAPerson } from './rows.js';
import type { ReportRow } from './rows.js';

/** What a run is called, and what it does. */
interface RunHead {
  readonly runId: string;
  readonly mode: 'dry_run' | 'apply' | 'revert';
}

const SHAPE: ReportShape<ReportRow> = {
  columns: [
    { title: 'USER', width: 36, of: ({ userId }) => userId },
    { title: 'CUSTOMER', width: 22, of: ({ customerId }) => customerId },
    { title: 'WORKSPACE', width: 29, of: ({ workspaceId }) => workspaceId },
    { title: 'STATUS', width: 25, of: ({ status }) => status },
    { title: 'PLAN', width: 20, of: ({ plan }) => plan },
    { title: 'DETAIL', width: 0, of: ({ detail }) => detail },
  ],
  needsAPerson,
};

/** The report of a move: `{ runId, mode, rows: […], counts, needsAPerson }`. */
export const openMoveReport = (head: RunHead, how: Parameters<typeof openReport>[2]): Promise<Report<ReportRow>> =>
  openReport(head, SHAPE, how);
