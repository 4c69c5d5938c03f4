import { createHash } from 'node:crypto';
import { statement } from './database.js';
import type { Statement } from './database.js';

/** A table of the host: its name, in its schema where that is not `public`. As PostgreSQL has them, without quotes. */
export type TableName = string | { readonly schema: string; readonly name: string };

/** A table as SQL names it. */
export interface Table {
  readonly schema: string;
  readonly name: string;
}

/** A table with its schema filled in. */
export const toTable = (table: TableName): Table =>
  typeof table === 'string' ? { schema: 'public', name: table } : { schema: table.schema, name: table.name };

/** A name of the host's as SQL has it, whatever is in it. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table as SQL has it. */
export const quoteTable = ({ schema, name }: Table): string => `${quote(schema)}.${quote(name)}`;

/** SQL that is made from the host's names: each text has a statement of its own. */
export function ask<Row>(text: string): Statement<Row> {
  return statement(`host_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text);
}
