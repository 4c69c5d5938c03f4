import type { Executor } from '../../db/database.js';
import type { EntityChange } from '../../events/changes.js';
import { depthOf, parentOf } from '../kinds.js';
import type { Kind } from '../kinds.js';
import type { BoundKinds } from '../registry.js';
import { BULK } from '../triggers/sql.js';
import { attempt } from './attempt.js';
import type { InboxRow } from './inbox.js';
import { parentsOf, placesOf, rowsOf } from './tables.js';
import type { Placed } from './tables.js';

/** What the lines of a kind, and of those below it, come to. */
export interface Gathered {
  /** Whether somebody holds a table: nothing is told yet then. */
  readonly isBusy: boolean;
  /** Whether every workspace is to be told that much changed. */
  readonly isEverywhere: boolean;
  readonly changes: readonly { readonly workspaceId: string; readonly change: EntityChange }[];
  /** What went wrong, and of which kind; also what it was that was busy. */
  readonly errors: readonly { readonly kind: Kind; readonly error: unknown }[];
}

/** Lines of one root kind and of what is below it, put together. */
class Group {
  isEverywhere = false;
  readonly bulk = new Set<string>();
  /** By workspace. */
  readonly placed = new Map<string, Set<string>>();
  /** By kind: entities that are somewhere. */
  readonly unplaced = new Map<Kind, Set<string>>();

  constructor(
    readonly root: Kind,
    lines: readonly { readonly kind: Kind; readonly row: InboxRow }[],
  ) {
    for (const { kind, row } of lines) this.#add(kind, row);
  }

  #add(kind: Kind, { workspaceId, entityId }: InboxRow): void {
    if (entityId === null && workspaceId === null) this.isEverywhere = true;
    else if (entityId === null) this.bulk.add(workspaceId ?? '');
    else if (workspaceId === null || kind !== this.root) this.seek(kind, entityId);
    else this.put({ workspaceId, entityId });
  }

  seek(kind: Kind, entityId: string): void {
    this.unplaced.set(kind, (this.unplaced.get(kind) ?? new Set()).add(entityId));
  }

  put({ workspaceId, entityId }: Placed): void {
    this.placed.set(workspaceId, (this.placed.get(workspaceId) ?? new Set()).add(entityId));
  }

  /** What more than so many of a workspace are, is not looked at one by one. */
  fold(least: number): void {
    for (const [workspaceId, ids] of this.placed) if (ids.size > least) this.bulk.add(workspaceId);
    for (const workspaceId of this.bulk) this.placed.delete(workspaceId);
  }
}

/**
 * Finds what lines of the inbox say: goes up from children to those they belong to, from entities to their
 * workspaces, and reads each as the workspace's list would show it.
 *
 * @param lines of kinds with this root
 */
export async function gather(
  executor: Executor,
  bound: BoundKinds,
  root: Kind,
  lines: readonly { readonly kind: Kind; readonly row: InboxRow }[],
): Promise<Gathered> {
  const group = new Group(root, lines);
  const errors: { kind: Kind; error: unknown }[] = [];
  const busy = (kind: Kind, error: unknown): Gathered => ({
    isBusy: true,
    isEverywhere: false,
    changes: [],
    errors: [{ kind, error }],
  });

  const below = [...new Set(lines.map(({ kind }) => kind).flatMap(lineOf))].filter((kind) => kind !== root);
  for (const kind of below.toSorted((a, b) => depthOf(b) - depthOf(a))) {
    const ids = [...(group.unplaced.get(kind) ?? [])];
    const parent = parentOf(kind);
    if (ids.length === 0 || parent === null) continue;
    const found = await attempt(executor, async () => parentsOf(executor, bound.find(kind.name), ids));
    if (found.status === 'busy') return busy(kind, found.error);
    if (found.status === 'broken') errors.push({ kind, error: found.error });
    else for (const id of found.value) group.seek(parent, id);
  }

  const shown = await attempt(executor, () => show(executor, bound, group));
  if (shown.status === 'busy') return busy(root, shown.error);
  if (shown.status === 'broken') {
    errors.push({ kind: root, error: shown.error });
    group.fold(0);
  }
  const changes = [
    ...(shown.status === 'done' ? shown.value : []),
    ...[...group.bulk].map((workspaceId) => ({ workspaceId, change: { type: 'bulk', kind: root.name } as const })),
  ];
  return { isBusy: false, isEverywhere: group.isEverywhere, changes, errors };
}

/** A kind and all that it is below. */
function lineOf(kind: Kind): Kind[] {
  const parent = parentOf(kind);
  return parent === null ? [kind] : [kind, ...lineOf(parent)];
}

/** Reads the entities of a group, one by one where they are not too many. */
async function show(executor: Executor, kinds: BoundKinds, group: Group): Promise<Gathered['changes']> {
  const { root } = group;
  const bound = kinds.find(root.name);
  const unplaced = [...(group.unplaced.get(root) ?? [])];
  if (unplaced.length > 0) for (const place of await placesOf(executor, bound, unplaced)) group.put(place);
  group.fold(BULK);
  const ids = [...new Set([...group.placed.values()].flatMap((entities) => [...entities]))];
  const keyOf = ({ workspaceId, entityId }: Placed) => JSON.stringify([workspaceId, entityId]);
  const rows = ids.length > 0 ? await rowsOf(executor, bound, ids, [...group.placed.keys()]) : [];
  const byKey = new Map(rows.map((row) => [keyOf(row), row.entity]));
  return [...group.placed].flatMap(([workspaceId, entities]) =>
    [...entities].map((entityId) => {
      const entity = byKey.get(keyOf({ workspaceId, entityId }));
      const change: EntityChange = entity
        ? { type: 'changed', entity }
        : { type: 'removed', kind: root.name, entityId };
      return { workspaceId, change };
    }),
  );
}
