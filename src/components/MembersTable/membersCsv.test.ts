import { describe, expect, it } from 'vitest';
import type { Member } from '../../contract/index.js';
import { csvFileName, membersCsv } from './membersCsv.js';

const member = (change: Partial<Member>) =>
  ({
    name: 'Ana',
    email: 'ana@x.com',
    role: 'member',
    billingContact: false,
    joinedAt: '2026-03-01T08:00:00.000Z',
    ...change,
  }) as Member;
const linesOf = (members: readonly Member[]) => membersCsv(members).split('\r\n');

describe('members as CSV', () => {
  it('has a byte order mark, a header, and a line for each that ends as RFC 4180 wants it', () => {
    const text = membersCsv([member({ billingContact: true })]);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1)).toBe(
      'name,email,role,billing_contact,joined_at\r\nAna,ana@x.com,member,true,2026-03-01T08:00:00.000Z\r\n',
    );
  });

  it('quotes commas, quotes and line ends', () => {
    expect(linesOf([member({ name: 'Lima, "Ana"' })])[1]).toMatch(/^"Lima, ""Ana""",ana@x\.com,/);
    expect(membersCsv([member({ name: 'Ana\nLima' })])).toContain('"Ana\nLima",');
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'keeps a spreadsheet from taking %j for a formula',
    (name) => {
      expect(membersCsv([member({ name })])).toMatch(/\r\n"?'/);
      expect(membersCsv([member({ name: 'Ana', email: '+a@x.com' })])).toContain(",'+a@x.com,");
    },
  );

  it('leaves other signs alone', () => {
    expect(linesOf([member({ name: 'Jean-Luc O’Neil = x' })])[1]).toMatch(/^Jean-Luc O’Neil = x,/);
  });
});

describe('the name of the file', () => {
  const day = Date.parse('2026-11-23T23:00:00Z');
  it.each([
    ['Northwind Studio', 'northwind-studio-members-2026-11-23.csv'],
    ['../etc/passwd', 'etc-passwd-members-2026-11-23.csv'],
    ['東京チーム', '東京チーム-members-2026-11-23.csv'],
    ['***', 'members-2026-11-23.csv'],
  ])('of %s is %s', (workspace, name) => expect(csvFileName(workspace, day)).toBe(name));
});
