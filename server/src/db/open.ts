import type { DatabaseOptions } from '../options.js';
import type { Database } from './database.js';
import { openPglite } from './pglite.js';
import { openPostgres } from './postgres.js';

/**
 * Opens the database. Nothing is changed in it: call `migrate` before its first use.
 *
 * @throws Error where a PGlite directory is held by another process; the message says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.kind === 'postgres' ? openPostgres(options) : openPglite(options);
}
