import { SEPARATORS, splitOutsideQuotes, unquote } from './splitText.js';

/** One row: what its address cell holds, and what its role cell says, or null where it has none. */
export interface TableRow {
  readonly address: string;
  readonly role: string | null;
}

/** How columns of addresses are called, in the languages of common exports. */
const EMAIL_HEADER =
  /^(?:e-?mails?|e-?mail[ -_]?address(?:es)?|mail|correo(?: electrónico)?|adresse e-?mail|e-?mail-?adresse|メールアドレス|邮箱|電子メール)$/i;
const ROLE_HEADER = /^(?:roles?|permissions?|access|rolle|rôle|rol|ruolo|権限|角色)$/i;

type Cells = readonly string[];

function cellsOf(line: string, separator: string): Cells {
  const cells = splitOutsideQuotes(line, separator).map(unquote);
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

/** The row's own address, or else what it does say, so that a row without one is not lost. */
const rowOf = (cells: Cells, email: number, role: number): TableRow => ({
  address: cells[email] || (cells.find((cell) => cell !== '') ?? ''),
  role: cells[role] ?? null,
});

function withHeader([header = [], ...rest]: readonly Cells[]): readonly TableRow[] | null {
  const email = header.findIndex((cell) => EMAIL_HEADER.test(cell));
  if (email === -1 || header.some((cell) => cell.includes('@'))) return null;
  const role = header.findIndex((cell) => ROLE_HEADER.test(cell));
  return rest.map((cells) => rowOf(cells, email, role));
}

function withoutHeader(table: readonly Cells[], isRole: (cell: string) => boolean): readonly TableRow[] | null {
  const email = table[0]?.findIndex((cell) => cell.includes('@')) ?? -1;
  const isColumn = table.every(
    (cells) => cells.length > 1 && cells.every((cell, index) => cell.includes('@') === (index === email)),
  );
  if (email === -1 || !isColumn) return null;
  const role = table[0]?.findIndex((_cell, index) => table.every((cells) => isRole(cells[index] ?? ''))) ?? -1;
  // One line alone may as well be a list with a slip in it: "ana@x.com, bob".
  return table.length > 1 || role !== -1 ? table.map((cells) => rowOf(cells, email, role)) : null;
}

/** Whether a line is the header of a single column. */
export const isHeader = (line: string): boolean => EMAIL_HEADER.test(unquote(line));

/**
 * The rows of a table whose cells are known: with a header that names a column of addresses, or with exactly one
 * address in each row, always in the same column, below a header in any language or none. Null where it has no such column.
 */
export function rowsOfTable(table: readonly Cells[], isRole: (cell: string) => boolean): readonly TableRow[] | null {
  const hasHead = table[0]?.every((cell) => !cell.includes('@')) ?? false;
  return withHeader(table) ?? withoutHeader(table, isRole) ?? (hasHead ? withoutHeader(table.slice(1), isRole) : null);
}

/**
 * The rows of the table that these lines make, or null where they are a plain list: with a header that names a
 * column of addresses, or with exactly one address in each line, always in the same column.
 */
export function findTable(lines: readonly string[], isRole: (cell: string) => boolean): readonly TableRow[] | null {
  for (const separator of SEPARATORS) {
    if (!lines[0]?.includes(separator)) continue;
    const table = lines.map((line) => cellsOf(line, separator));
    const found = withHeader(table) ?? withoutHeader(table, isRole);
    if (found) return found;
  }
  return null;
}
