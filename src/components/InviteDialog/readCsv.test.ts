import { describe, expect, it } from 'vitest';
import { parseTable } from './parseAddresses.js';
import { MAX_BYTES, MAX_ROWS, readCsv } from './readCsv.js';

const read = (...parts: BlobPart[]) => readCsv(new Blob(parts));

/** The addresses of a file with their roles, as the dialog reads them. */
async function found(...parts: BlobPart[]) {
  const contents = await read(...parts);
  if ('problem' in contents) return contents.problem;
  return parseTable(contents.table).map(({ text, role }) => [text, role]);
}

describe('a CSV file', () => {
  it.each([
    ['email,name,role', 'ana@x.com,Ana,admin'],
    ['Name;EMAIL;Role', 'Ana;ana@x.com;Admin'],
    ['ROLE\tE-mail address', 'ADMIN\tana@x.com'],
    ['Nom;Courriel;Autre', 'Ana;ana@x.com;admin'],
  ])('finds its columns by %s', async (header, row) => {
    expect(await found(`${header}\r\n${row}\r\n`)).toEqual([['ana@x.com', 'admin']]);
  });

  it('needs no header: the columns are found by what they hold', async () => {
    expect(await found('Ana,ana@x.com,admin\nBo,bo@x.com,member\n')).toEqual([
      ['ana@x.com', 'admin'],
      ['bo@x.com', 'member'],
    ]);
    expect(await found('ana@x.com\nbo@x.com')).toEqual([
      ['ana@x.com', null],
      ['bo@x.com', null],
    ]);
  });

  it('reads what is quoted: commas, quotes and line ends in names', async () => {
    const text = 'name,email,role\r\n"Lima, ""Ana""\nof Porto",ana@x.com,admin\r\nBo,bo@x.com,\r\n';
    expect(await found(text)).toEqual([
      ['ana@x.com', 'admin'],
      ['bo@x.com', null],
    ]);
  });

  it('reads what was exported, also an address that had to be kept from being a formula', async () => {
    const text =
      "\uFEFFname,email,role,billing_contact,joined_at\r\nAna,'+ana@x.com,owner,true,2026-03-01T08:00:00.000Z\r\n";
    expect(await found(text)).toEqual([['+ana@x.com', 'owner']]);
  });

  it('keeps a row without an address, to be put right', async () => {
    expect(await found('name,email\nAna,ana@x.com\nBo,\nCy,cy.example.com\n')).toEqual([
      ['ana@x.com', null],
      ['Bo', null],
      ['cy.example.com', null],
    ]);
  });

  it('is understood in UTF-16 and in the code page of older spreadsheets', async () => {
    const text = 'rôle;email\nadmin;ana@x.com\n';
    const little = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...text], (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(await found(little)).toEqual([['ana@x.com', 'admin']]);
    const big = little.map((_byte, index) => little[index ^ 1] ?? 0);
    expect(await found(big)).toEqual([['ana@x.com', 'admin']]);
    expect(await found(Uint8Array.from([...text], (c) => c.charCodeAt(0)))).toEqual([['ana@x.com', 'admin']]);
  });
});

describe('a file that cannot be read', () => {
  it('is too large', async () => {
    expect(await found(new Uint8Array(MAX_BYTES + 1).fill(65))).toEqual({ kind: 'fileTooLarge' });
  });

  it('has too many rows; as many as may be are read', async () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@x.com\n`).join('');
    expect(await found(rows(MAX_ROWS + 1))).toEqual({ kind: 'fileTooLong' });
    expect(await found(rows(MAX_ROWS))).toHaveLength(MAX_ROWS);
  });

  it('is a spreadsheet or a picture', async () => {
    expect(await found(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1]))).toEqual({ kind: 'fileNotText' });
  });

  it('has a quote that is never closed', async () => {
    expect(await found('name,email\nAna,ana@x.com\n"Bo,bo@x.com\nCy,cy@x.com\n')).toMatchObject({ kind: 'fileBroken' });
  });
});
