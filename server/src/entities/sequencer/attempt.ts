import { isGuildhallError } from 'guildhall/contract';
import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { sqlState } from '../../db/sql.js';

const SAVE = statement<never>('sequencer_save', 'savepoint guildhall_kind');
const KEEP = statement<never>('sequencer_keep', 'release savepoint guildhall_kind');
const UNDO = statement<never>('sequencer_undo', 'rollback to savepoint guildhall_kind');

/** What became of asking the host's tables for a kind. */
export type Attempt<T> =
  | { readonly status: 'done'; readonly value: T }
  /** Its table is not as registered: asking again brings nothing else. */
  | { readonly status: 'broken'; readonly error: unknown }
  /** Somebody holds the table: later it may be free. */
  | { readonly status: 'busy'; readonly error: unknown };

/** Lock not available; query cancelled, as by a statement's time limit; object in use. */
const BUSY = new Set(['55P03', '57014', '55006']);
/** Names, types and privileges; values; a plan for a table that has changed. */
const BROKEN = /^(42|22|0A)/;

/**
 * Asks the host's tables inside a transaction that goes on although one of them cannot be asked.
 *
 * @throws whatever is neither the table's fault nor its reader's: a lost connection, a deadlock
 */
export async function attempt<T>(executor: Executor, work: () => Promise<T>): Promise<Attempt<T>> {
  await executor.query(SAVE, []);
  try {
    const value = await work();
    await executor.query(KEEP, []);
    return { status: 'done', value };
  } catch (error) {
    const state = sqlState(error) ?? '';
    const isBroken = BROKEN.test(state) || isGuildhallError(error, 'unavailable');
    if (!BUSY.has(state) && !isBroken) throw error;
    await executor.query(UNDO, []);
    return { status: isBroken ? 'broken' : 'busy', error };
  }
}
