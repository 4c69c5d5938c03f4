import type { Role } from '../../contract/index.js';
import { checkAddress } from './checkAddress.js';
import type { CheckedAddress } from './checkAddress.js';
import { findTable, isHeader, rowsOfTable } from './findTable.js';
import type { TableRow } from './findTable.js';
import { plainText, SEPARATORS, splitOutsideQuotes, unquote } from './splitText.js';

/** One address of a pasted text, well-formed or not. */
export interface ParsedAddress extends CheckedAddress {
  /** The address as it was written, without what stood around it. */
  readonly text: string;
  /** What the list says beside it; null where it says nothing. */
  readonly role: Role | null;
  /** How often the list has it. */
  readonly copies: number;
}

/** What helps to read a list. */
export interface ParseOptions {
  /** Domains that people here have, the most usual first, for suggestions. @default [] */
  knownDomains?: readonly string[] | undefined;
  /** Roles by how they are called in the viewer's language, in lower case. @default {} */
  roleNames?: Readonly<Record<string, Role>> | undefined;
}

const ENGLISH: Readonly<Record<string, Role>> = {
  owner: 'owner',
  admin: 'admin',
  administrator: 'admin',
  member: 'member',
  user: 'member',
};

const BEFORE = new Set(' \t"\'“”„‘’«»([{*');
const AFTER = new Set(' \t"\'“”‘’«»)]}.,:;!?*');

/** An address as people write it, without the brackets, quotes and full stops that they put around it. */
function bare(piece: string): string {
  // By hand: a pattern that ends in `+$` takes the square of a long run of full stops.
  let [start, end] = [0, piece.length];
  while (start < end && BEFORE.has(piece.charAt(start))) start += 1;
  while (end > start && AFTER.has(piece.charAt(end - 1))) end -= 1;
  return piece.slice(start, end).replace(/^mailto:([^?]*).*$/i, '$1');
}

/** `ana @ x.com`: one word on each side of the only @. */
const SPACED_OUT = /^\s*([^\s@<>]+)\s*@\s*([^\s@<>]+)\s*$/;

/** The addresses of an entry: `Ana Lima <ana@x.com>`, `ana@x.com bo@x.com`, or what has no address at all. */
function addressesIn(entry: string): string[] {
  const unnamed = entry.replace(/"[^"]*"/g, ' ');
  const source = (unnamed.includes('@') ? unnamed : entry).replace(SPACED_OUT, '$1@$2');
  const pieces = source.split(/[\s<>]+/).filter((piece) => piece.includes('@'));
  const found = (pieces.length > 0 ? pieces : [unquote(entry)]).map(bare);
  return found.filter((text) => /[\p{L}\p{N}@]/u.test(text));
}

/** The entries of a line. `Lima, Ana <ana@x.com>` is one: a comma before the only address belongs to a name. */
function entriesOf(line: string): string[] {
  return splitOutsideQuotes(line, ';').flatMap((segment) =>
    /^[^@<]*<[^<>@]+@[^<>@]+>\s*$/.test(segment) ? [segment] : splitOutsideQuotes(segment, SEPARATORS),
  );
}

/** Roles by their names, in English and in the viewer's language. */
function rolesBy({ roleNames = {} }: ParseOptions) {
  return (cell: string | null): Role | null => {
    const name = (cell ?? '').trim().toLowerCase();
    return roleNames[name] ?? ENGLISH[name] ?? null;
  };
}

/** The addresses of entries, checked, each once. */
function addressesOf(entries: readonly TableRow[], options: ParseOptions): ParsedAddress[] {
  const roleOf = rolesBy(options);
  const found = new Map<string, ParsedAddress>();
  for (const { address, role } of entries) {
    for (const written of addressesIn(address)) {
      const checked = checkAddress(written, options.knownDomains ?? []);
      const key = checked.email ?? written.toLowerCase();
      const before = found.get(key);
      found.set(key, { text: written, ...checked, role: roleOf(role), ...before, copies: (before?.copies ?? 0) + 1 });
    }
  }
  return [...found.values()];
}

/**
 * Reads the cells of a table, as of a CSV file: a column of addresses and one of roles, named by a header or found by
 * what they hold; without such columns, every cell with an address. Rows without an address are kept, to be put right.
 */
export function parseTable(table: readonly (readonly string[])[], options: ParseOptions = {}): ParsedAddress[] {
  const roleOf = rolesBy(options);
  const plain = table
    .map((cells) => cells.map((cell) => plainText(cell).trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const rows = rowsOfTable(plain, (cell) => roleOf(cell) !== null);
  const loose = plain.flatMap((cells) => {
    const addresses = cells.filter((cell) => cell.includes('@'));
    return (addresses.length > 0 ? addresses : cells.filter((cell) => cell !== '').slice(0, 1)).map((address) => ({
      address,
      role: null,
    }));
  });
  return addressesOf(rows ?? loose, options);
}

/**
 * Reads any list of addresses: separated by commas, semicolons, tabs or lines, with or without names, as a
 * table with its columns, or as prose. Keeps the order, folds what is listed twice, and says what is wrong
 * with the rest: nothing that could be an address is left out.
 *
 * @example parseAddresses('Ana <ana@x.com>; bo@x') // ana@x.com, and bo@x with `incomplete_domain`
 */
export function parseAddresses(text: string, options: ParseOptions = {}): ParsedAddress[] {
  const roleOf = rolesBy(options);
  const lines = plainText(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const listed = lines.length > 1 && isHeader(lines[0] ?? '') ? lines.slice(1) : lines;
  const entries =
    findTable(listed, (cell) => roleOf(cell) !== null) ??
    listed.flatMap(entriesOf).map((address) => ({ address, role: null }));
  return addressesOf(entries, options);
}
