import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';

/** A line of the inbox: see `db/inboxSchema.ts`. */
export interface InboxRow {
  readonly id: number;
  readonly workspaceId: string | null;
  readonly kind: string;
  readonly entityId: string | null;
}

/** Any number, the same in every process of every version. */
const SEQUENCER_LOCK = 7_301_852_848;
/** Milliseconds that a batch waits for a table of the host's that somebody holds, holding nothing but its turn. */
const READ_LOCK_MS = 500;
/** Milliseconds that it waits for a workspace that somebody writes to. */
const WRITE_LOCK_MS = 5_000;
/** Days that lines wait for a process that knows their kind. */
const KEPT_DAYS = 1;

const HAS_ROWS = statement<{ hasRows: boolean }>(
  'inbox_has_rows',
  `select exists (select 1 from guildhall.inbox where kind = any($1::text[])) as "hasRows"`,
);
/** Held until the transaction ends, by its end or by that of its process. */
const TRY_TURN = statement<{ isMine: boolean }>(
  'inbox_try_turn',
  `select pg_try_advisory_xact_lock(${SEQUENCER_LOCK}) as "isMine",
          set_config('lock_timeout', '${READ_LOCK_MS}', true)`,
);
const BE_PATIENT = statement<never>('inbox_be_patient', `set local lock_timeout = ${WRITE_LOCK_MS}`);
const TAKE = statement<InboxRow>(
  'inbox_take',
  `select id, workspace_id as "workspaceId", kind, entity_id as "entityId" from guildhall.inbox
    where kind = any($1::text[]) order by id limit $2`,
);
const REMOVE = statement<never>('inbox_remove', 'delete from guildhall.inbox where id = any($1::bigint[])');
const SPREAD = statement<never>(
  'inbox_spread',
  `insert into guildhall.inbox (workspace_id, kind)
   select w.id, k.kind from guildhall.workspaces w cross join unnest($1::text[]) k(kind) where w.deleted_at is null`,
);
const PURGE = statement<never>('inbox_purge', 'delete from guildhall.inbox where created_at <= $1');

/** Whether there is anything of these kinds. */
export async function hasRows(executor: Executor, kinds: readonly string[]): Promise<boolean> {
  const [found] = await executor.query(HAS_ROWS, [kinds]);
  return found?.hasRows ?? false;
}

/** Whether it is this transaction's turn to number events. */
export async function tryTurn(executor: Executor): Promise<boolean> {
  const [turn] = await executor.query(TRY_TURN, []);
  return turn?.isMine ?? false;
}

/** From here on it waits for workspaces, and not for tables. */
export async function bePatient(executor: Executor): Promise<void> {
  await executor.query(BE_PATIENT, []);
}

/** The oldest lines of these kinds. */
export async function takeRows(executor: Executor, kinds: readonly string[], limit: number): Promise<InboxRow[]> {
  const rows = await executor.query(TAKE, [kinds, limit]);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Takes lines out that are in a log now. */
export async function removeRows(executor: Executor, ids: readonly number[]): Promise<void> {
  await executor.query(REMOVE, [ids]);
}

/** Says to each workspace by itself that much of these kinds changed: so many workspaces are not for one batch. */
export async function spreadRows(executor: Executor, kinds: readonly string[]): Promise<void> {
  await executor.query(SPREAD, [kinds]);
}

/** Deletes lines that nobody took for a day: of kinds that no process knows any more. */
export async function purgeInbox(executor: Executor, now: Date): Promise<void> {
  await executor.query(PURGE, [new Date(now.getTime() - KEPT_DAYS * 24 * 3_600_000)]);
}
