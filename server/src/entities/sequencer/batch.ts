import type { InUnit, Unit } from '../../db/unit.js';
import { lockWorkspaces } from '../../workspaces/enter.js';
import { rootOf } from '../kinds.js';
import type { Kind } from '../kinds.js';
import type { BoundKinds } from '../registry.js';
import { gather } from './gather.js';
import type { Gathered } from './gather.js';
import { bePatient, removeRows, spreadRows, takeRows, tryTurn } from './inbox.js';
import type { InboxRow } from './inbox.js';

/** What a batch works with. */
export interface BatchDeps {
  readonly inUnit: InUnit;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly bound: BoundKinds;
}

/** What came of a batch. */
export interface BatchOutcome {
  /** Whether there may be more to do at once. */
  readonly isMore: boolean;
  /** Kinds whose table somebody holds: their lines are still there. */
  readonly busy: readonly Kind[];
  readonly errors: Gathered['errors'];
  /** The kinds whose lines are done with. */
  readonly read: readonly string[];
}

/** Lines that one transaction takes. */
const BATCH = 2_000;
const NOTHING: BatchOutcome = { isMore: false, busy: [], errors: [], read: [] };

type Line = { readonly kind: Kind; readonly row: InboxRow };

function groupByRoot(rows: readonly InboxRow[], kinds: ReadonlyMap<string, Kind>): Map<Kind, Line[]> {
  const groups = new Map<Kind, Line[]>();
  for (const row of rows) {
    const kind = kinds.get(row.kind);
    if (!kind) continue;
    const group = groups.get(rootOf(kind)) ?? [];
    group.push({ kind, row });
    groups.set(rootOf(kind), group);
  }
  return groups;
}

/** Adds to the logs of the workspaces that are there, under their locks. */
async function tell(unit: Unit, changes: Gathered['changes']): Promise<void> {
  const ids = [...new Set(changes.map(({ workspaceId }) => workspaceId))];
  if (ids.length === 0) return;
  await bePatient(unit);
  const there = new Set((await lockWorkspaces(unit, ids)).map(({ id }) => id));
  for (const { workspaceId, change } of changes)
    if (there.has(workspaceId)) unit.changes.add({ of: 'entities', workspaceId, change });
}

/**
 * Moves the oldest lines of the inbox into the logs, in one transaction: a process that dies in it has done nothing.
 * One process at a time. What the host's tables hold is read before any workspace is locked, so that whoever holds a
 * table holds up no workspace.
 *
 * @param names the kinds whose lines are taken
 */
export function sequenceBatch({ inUnit, kinds, bound }: BatchDeps, names: readonly string[]): Promise<BatchOutcome> {
  return inUnit(async (unit) => {
    if (!(await tryTurn(unit))) return NOTHING;
    const rows = await takeRows(unit, names, BATCH);
    const busy: Kind[] = [];
    const errors: Gathered['errors'][number][] = [];
    const changes: Gathered['changes'][number][] = [];
    const everywhere: string[] = [];
    const done: Line[] = [];
    for (const [root, lines] of groupByRoot(rows, kinds)) {
      const gathered = await gather(unit, bound, root, lines);
      errors.push(...gathered.errors);
      changes.push(...gathered.changes);
      if (gathered.isEverywhere) everywhere.push(root.name);
      if (gathered.isBusy) busy.push(root);
      else done.push(...lines);
    }
    if (everywhere.length > 0) await spreadRows(unit, everywhere);
    await tell(unit, changes);
    if (done.length > 0)
      await removeRows(
        unit,
        done.map(({ row }) => row.id),
      );
    const read = [...new Set(done.map(({ kind }) => kind.name))];
    return { isMore: done.length > 0 && (rows.length === BATCH || everywhere.length > 0), busy, errors, read };
  });
}
