import { compareText } from '../../../contract/index.js';
import type { World, WorldEntity, WorldEntityKind } from '../../../testing/world.js';

/** One kind of the host's entities, with everything filled in. */
export type KindRecord = Readonly<Required<Omit<WorldEntityKind, 'parent'>>> & { readonly parent: string | null };

/** One entity, as the host's tables hold it: replaced by each change, never changed. */
export type EntityRecord = Readonly<Required<Omit<WorldEntity, 'kind' | 'title'>>> & {
  readonly kind: KindRecord;
  readonly title: string;
};

const latestFirst = (a: EntityRecord, b: EntityRecord) =>
  compareText(b.updatedAt, a.updatedAt) || compareText(b.id, a.id);

function kindsOf(kinds: readonly WorldEntityKind[]): Map<string, KindRecord> {
  const records = kinds.map(({ kind, isJoined = false, canBePublic = true, parent = null }) => {
    if (parent !== null && !kinds.some((other) => other.kind === parent))
      throw new Error(`The world's kind ${kind} follows ${parent}, which is no kind of it.`);
    return [kind, { kind, isJoined, canBePublic, parent }] as const;
  });
  const byName = new Map(records);
  for (const { kind } of kinds) checkLine(byName, kind);
  return byName;
}

/** @throws Error where a kind follows itself in the end: nothing would say who sees its entities */
function checkLine(kinds: ReadonlyMap<string, KindRecord>, name: string): void {
  const line = new Set<string>();
  for (let at: string | null = name; at !== null; at = kinds.get(at)?.parent ?? null) {
    if (line.has(at)) throw new Error(`The world's kind ${name} follows itself.`);
    line.add(at);
  }
}

/** What the host's tables hold. What no workspace holds is kept too: nobody sees it. */
export class EntityBook {
  /** In the host's order. */
  readonly kinds: ReadonlyMap<string, KindRecord>;
  /** By kind, then by id. */
  readonly #rows = new Map<string, Map<string, EntityRecord>>();
  readonly #sorted = new Map<string, readonly EntityRecord[]>();
  readonly #now: () => string;

  constructor({ entityKinds = [], entities = [] }: World, now: () => string) {
    this.#now = now;
    this.kinds = kindsOf(entityKinds);
    for (const entity of entities) this.put(this.toRecord(entity));
  }

  /** @throws Error if it contradicts its kind */
  toRecord(entity: WorldEntity): EntityRecord {
    const { id, title, workspaceIds = [], parentId = null, creatorId = null, icon = null, url = null } = entity;
    const kind = this.kinds.get(entity.kind);
    if (!kind) throw new Error(`The world has no kind ${entity.kind}, which ${id} is of.`);
    if ((kind.parent === null) !== (parentId === null))
      throw new Error(
        `${kind.kind} ${id} ${kind.parent === null ? 'has a parent, and its kind none' : 'lacks its parent'}.`,
      );
    const most = kind.parent === null ? (kind.isJoined ? Infinity : 1) : 0;
    const places = [...new Set(workspaceIds)];
    if (places.length > most)
      throw new Error(`${kind.kind} ${id} would be in ${places.length} workspaces, and its kind allows ${most}.`);
    const moment = (iso: string = this.#now()) => new Date(iso).toISOString();
    return {
      kind,
      id,
      parentId,
      creatorId,
      icon,
      url,
      title: title ?? '',
      workspaceIds: places,
      sharing: entity.sharing ?? 'private',
      createdAt: moment(entity.createdAt),
      updatedAt: moment(entity.updatedAt),
    };
  }

  find(kind: string, id: string): EntityRecord | undefined {
    return this.#rows.get(kind)?.get(id);
  }

  /** Latest change first; of the same moment, the greatest id. */
  inOrder(kind: string): readonly EntityRecord[] {
    const sorted = this.#sorted.get(kind) ?? [...(this.#rows.get(kind)?.values() ?? [])].toSorted(latestFirst);
    this.#sorted.set(kind, sorted);
    return sorted;
  }

  put(record: EntityRecord): void {
    const { kind } = record.kind;
    const rows = this.#rows.get(kind) ?? new Map<string, EntityRecord>();
    this.#rows.set(kind, rows.set(record.id, record));
    this.#sorted.delete(kind);
  }

  /** With all that is below it. */
  remove({ kind: { kind }, id }: EntityRecord): void {
    this.#rows.get(kind)?.delete(id);
    this.#sorted.delete(kind);
    const below = [...this.kinds.values()].filter(({ parent }) => parent === kind);
    for (const child of below.flatMap((one) => this.inOrder(one.kind))) if (child.parentId === id) this.remove(child);
  }

  /** What says who sees an entity: itself, or what it follows in the end; undefined where that is not there. */
  rootOf(record: EntityRecord): EntityRecord | undefined {
    const { kind, parentId } = record;
    if (kind.parent === null || parentId === null) return record;
    const parent = this.find(kind.parent, parentId);
    return parent && this.rootOf(parent);
  }

  isIn(record: EntityRecord, workspaceId: string): boolean {
    return this.rootOf(record)?.workspaceIds.includes(workspaceId) ?? false;
  }

  /** Whatever else the host has there opens nothing. */
  isPublic(record: EntityRecord): boolean {
    const root = this.rootOf(record);
    return root !== undefined && root.kind.canBePublic && root.sharing === 'public';
  }
}
