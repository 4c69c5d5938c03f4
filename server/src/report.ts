import { appendFile, writeFile } from 'node:fs/promises';

/** Where rows are told, one after the other: no more than one is in memory. */
export interface Report<Row> {
  add(row: Row): Promise<void>;
  /** Says how many there were of each, and ends. Returns whether a person is needed. */
  finish(): Promise<boolean>;
}

/** What a report tells of each row, and when somebody has to look at one. */
export interface ReportShape<Row extends { readonly status: string }> {
  /** `width` in characters. */
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly of: (row: Row) => string | null;
  }[];
  readonly needsAPerson: (status: Row['status']) => boolean;
}

/** Control characters would let a name in the host's table write to the operator's terminal. */
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, '�');

/** Writes rows into a file as they come: `{ …head, rows: […], counts, needsAPerson }`. */
async function openJson(path: string, head: object) {
  // Opened for each line: a run that is stopped leaves nothing open, and what it has told stays.
  await writeFile(path, `${JSON.stringify(head).slice(0, -1)},"rows":[`).catch((error: unknown) => {
    throw new Error(`--json ${path}: it cannot be written. Name a file in a directory that is there.`, {
      cause: error,
    });
  });
  let separator = '';
  return {
    add: async (row: object) => {
      await appendFile(path, `${separator}\n${JSON.stringify(row)}`);
      separator = ',';
    },
    finish: (end: object) => appendFile(path, `\n],${JSON.stringify(end).slice(1)}\n`),
  };
}

/**
 * Opens a report: a table for people, line by line, and JSON for programs, where a file is named for it. `head` says in
 * JSON what run it is.
 *
 * @throws Error where the file cannot be written
 */
export async function openReport<Row extends { readonly status: string }>(
  head: object,
  { columns, needsAPerson }: ReportShape<Row>,
  { print, json: path }: { print: (line: string) => void; json?: string | undefined },
): Promise<Report<Row>> {
  const json = path === undefined ? undefined : await openJson(path, head);
  const counts = new Map<Row['status'], number>();
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(columns[at]?.width ?? 0))
      .join('  ')
      .trimEnd();
  print(line(columns.map(({ title }) => title)));
  return {
    async add(row) {
      counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
      print(line(columns.map(({ of }) => printable(of(row) ?? '–'))));
      await json?.add(row);
    },
    async finish() {
      const statuses = [...counts];
      const isNeeded = statuses.some(([status]) => needsAPerson(status));
      print('');
      print(statuses.length > 0 ? statuses.map(([status, count]) => `${status}: ${count}`).join(', ') : 'No rows.');
      await json?.finish({ counts: Object.fromEntries(counts), needsAPerson: isNeeded });
      return isNeeded;
    },
  };
}
