import type { Change } from '../../events/changes.js';
import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { ask } from '../../db/names.js';
import { newId } from '../../db/newId.js';
import type { HostQuery, HostWorkspace, HostWorkspacesOptions } from './options.js';
import { openHostTable } from './table.js';
import type { HostTable } from './table.js';

/** The workspaces on the host's side. */
export interface HostWorkspaces {
  /** Null where the host has no table of them. @throws Error that names the table or the column, and the fix */
  table(executor: Executor): Promise<HostTable | null>;
  newId(executor: Executor): Promise<string>;
  /** Does on the host's side what a transaction does here, inside of it. */
  follow(executor: Executor, changes: readonly Change[]): Promise<void>;
}

const FACTS = statement<HostWorkspace>(
  'host_workspaces_facts',
  `select w.id, w.name, w.home_of is not null as "isHome", o.user_id as "ownerId"
     from guildhall.workspaces w cross join lateral (
       select m.user_id from guildhall.members m where m.workspace_id = w.id and m.role = 'owner'
        order by m.joined_at, m.id limit 1) o
    where w.id = any($1::text[]) and w.deleted_at is null`,
);

/** What a transaction does to workspaces, as far as it concerns the host. */
function sort(changes: readonly Change[]) {
  const [created, deleted, touched] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const change of changes) {
    const { workspaceId } = change;
    if (change.of === 'activity' && change.action === 'workspace.created') created.add(workspaceId);
    if (change.of === 'workspace') (change.type === 'deleted' ? deleted : touched).add(workspaceId);
    // Who owns it may be another now.
    if (change.of === 'member' && change.type !== 'added') touched.add(workspaceId);
  }
  for (const id of deleted) touched.delete(id);
  return { created: [...created], deleted: [...deleted], touched: [...touched] };
}

/** Makes the host's side of its workspaces. The table is looked at when it is needed first, and again where that failed. */
export function createHostWorkspaces(options: HostWorkspacesOptions): HostWorkspaces {
  let opening: Promise<HostTable> | undefined;
  const table = async (executor: Executor) => {
    if (options.table === undefined) return null;
    opening ??= openHostTable(executor, options);
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  const queryOf =
    (executor: Executor): HostQuery =>
    (text, parameters = []) =>
      executor.query(ask(text), parameters);
  const tellCreated = async (executor: Executor, ids: readonly string[]) => {
    for (const workspace of await executor.query(FACTS, [ids])) {
      await (await table(executor))?.insert(executor, workspace);
      await options.onCreate?.(workspace, queryOf(executor));
    }
  };
  const tellTouched = async (executor: Executor, ids: readonly string[]) => {
    await (await table(executor))?.update(executor, ids);
    if (!options.onUpdate) return;
    for (const workspace of await executor.query(FACTS, [ids])) await options.onUpdate(workspace, queryOf(executor));
  };
  const tellDeleted = async (executor: Executor, ids: readonly string[]) => {
    for (const id of ids) {
      await (await table(executor))?.delete(executor, id);
      await options.onDelete?.({ id }, queryOf(executor));
    }
  };
  return {
    table,
    newId: async (executor) => options.newId?.() ?? (await table(executor))?.newId(executor) ?? newId('ws'),
    async follow(executor, changes) {
      const { created, deleted, touched } = sort(changes);
      if (created.length > 0) await tellCreated(executor, created);
      if (touched.length > 0) await tellTouched(executor, touched);
      if (deleted.length > 0) await tellDeleted(executor, deleted);
    },
  };
}
