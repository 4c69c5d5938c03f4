import Papa from 'papaparse';

/** Bytes that a file may have. */
export const MAX_BYTES = 1024 * 1024;

/** Rows that a file may have: more than that nobody can look through before sending. */
export const MAX_ROWS = 1000;

/** Why a file cannot be read, as the key of a sentence. `row`: where it is broken, from 1. */
export type FileProblem =
  | { readonly kind: 'fileTooLarge' | 'fileTooLong' | 'fileNotText' }
  | { readonly kind: 'fileBroken'; readonly row: number };

/** What a file holds, or why that is not known. */
export type FileContents = { readonly table: readonly (readonly string[])[] } | { readonly problem: FileProblem };

/** UTF-16 says so by its first two bytes; what is no UTF-8 was saved by an older spreadsheet, in the code page of the West. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const problem = (kind: 'fileTooLarge' | 'fileTooLong' | 'fileNotText'): FileContents => ({ problem: { kind } });

/**
 * Reads a CSV file: separated by commas, semicolons, tabs or bars, quoted as RFC 4180 has it, in UTF-8, UTF-16 or
 * Windows-1252. Rejects where the browser cannot read the file. Loaded on demand, with its parser.
 */
export async function readCsv(file: Blob): Promise<FileContents> {
  if (file.size > MAX_BYTES) return problem('fileTooLarge');
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text.includes('\0')) return problem('fileNotText');
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) return { problem: { kind: 'fileBroken', row: (broken.row ?? 0) + 1 } };
  return data.length > MAX_ROWS ? problem('fileTooLong') : { table: data };
}
