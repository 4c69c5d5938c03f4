import { appendFile, writeFile } from 'node:fs/promises';
import { needsAPerson } from './rows.js';
import type { MoveStatus, ReportRow } from './rows.js';

/** Where rows are told, one after the other: no more than one is in memory. */
export interface Report {
  add(row: ReportRow): Promise<void>;
  /** Says how many there were of each, and ends. Returns whether a person is needed. */
  finish(): Promise<boolean>;
}

/** What a run is called, and what it does. */
export interface RunHead {
  readonly runId: string;
  readonly mode: 'dry_run' | 'apply' | 'revert';
}

const COLUMNS = [
  { title: 'USER', width: 36, of: ({ userId }: ReportRow) => userId },
  { title: 'CUSTOMER', width: 22, of: ({ customerId }: ReportRow) => customerId },
  { title: 'WORKSPACE', width: 29, of: ({ workspaceId }: ReportRow) => workspaceId },
  { title: 'STATUS', width: 25, of: ({ status }: ReportRow) => status },
  { title: 'PLAN', width: 20, of: ({ plan }: ReportRow) => plan },
  { title: 'DETAIL', width: 0, of: ({ detail }: ReportRow) => detail },
] as const;

/** Control characters would let a name in the host's table write to the operator's terminal. */
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, '�');
const line = (cells: readonly string[]) =>
  cells
    .map((cell, at) => cell.padEnd(COLUMNS[at]?.width ?? 0))
    .join('  ')
    .trimEnd();

/** Writes rows into a file as they come: `{ runId, mode, rows: […], counts, needsAPerson }`. */
async function openJson(path: string, head: RunHead) {
  // Opened for each line: a run that is stopped leaves nothing open, and what it has told stays.
  await writeFile(path, `{"runId":${JSON.stringify(head.runId)},"mode":"${head.mode}","rows":[`).catch(
    (error: unknown) => {
      throw new Error(`--json ${path}: it cannot be written. Name a file in a directory that is there.`, {
        cause: error,
      });
    },
  );
  let separator = '';
  return {
    add: async (row: ReportRow) => {
      await appendFile(path, `${separator}\n${JSON.stringify(row)}`);
      separator = ',';
    },
    finish: (end: object) => appendFile(path, `\n],${JSON.stringify(end).slice(1)}\n`),
  };
}

/**
 * Opens a report: a table for people, line by line, and JSON for programs, where a file is named for it.
 *
 * @throws Error where the file cannot be written
 */
export async function openReport(
  head: RunHead,
  { print, json: path }: { print: (line: string) => void; json?: string | undefined },
): Promise<Report> {
  const json = path === undefined ? undefined : await openJson(path, head);
  const counts: Partial<Record<MoveStatus, number>> = {};
  print(line(COLUMNS.map(({ title }) => title)));
  return {
    async add(row) {
      counts[row.status] = (counts[row.status] ?? 0) + 1;
      print(line(COLUMNS.map(({ of }) => printable(of(row) ?? '–'))));
      await json?.add(row);
    },
    async finish() {
      const statuses = Object.entries(counts) as [MoveStatus, number][];
      const isNeeded = statuses.some(([status]) => needsAPerson(status));
      print('');
      print(statuses.length > 0 ? statuses.map(([status, count]) => `${status}: ${count}`).join(', ') : 'No rows.');
      await json?.finish({ counts, needsAPerson: isNeeded });
      return isNeeded;
    },
  };
}
