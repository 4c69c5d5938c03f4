import type { Member } from '../../contract/index.js';

/** A spreadsheet takes what begins like this for a formula, which may run whatever it likes. */
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Names for programs, and the same in every language: what is exported can be imported again. */
const HEADER = ['name', 'email', 'role', 'billing_contact', 'joined_at'];

const rowOf = ({ name, email, role, billingContact, joinedAt }: Member): string[] => [
  name,
  email,
  role,
  String(billingContact),
  joinedAt,
];

/**
 * Members as CSV (RFC 4180), with a byte order mark, by which spreadsheets know UTF-8. `joined_at` is ISO 8601. A cell
 * that a spreadsheet would take for a formula has an apostrophe before it.
 */
export const membersCsv = (members: readonly Member[]): string =>
  `\uFEFF${[HEADER, ...members.map(rowOf)].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;

/** `northwind-studio-members-2026-11-23.csv`. `now`: milliseconds since the epoch; the day is that of UTC. */
export function csvFileName(workspace: string, now: number): string {
  const name = workspace
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [name, 'members', `${new Date(now).toISOString().slice(0, 10)}.csv`].filter((part) => part !== '').join('-');
}
