import { toTable } from '../db/names.js';
import type { Kind, Place } from './kinds.js';
import type { EntityOptions, JoinTable } from './options.js';

/** What a host registers: each of its kinds by name, in the order in which they are shown. */
export type EntitiesOptions = Readonly<Record<string, EntityOptions>>;

const NAME = /^[a-z][A-Za-z0-9_-]{0,39}$/;

const fail = (kind: string, problem: string) => new Error(`entities.${kind}: ${problem}`);
const joinOf = (via: string | JoinTable): JoinTable => (typeof via === 'string' ? { table: via } : via);

/** Fills in every name of what a host registers, kind by kind, parents before what follows them. */
class Reader {
  readonly #done = new Map<string, Kind>();
  readonly #open = new Set<string>();

  constructor(private readonly options: EntitiesOptions) {}

  read(name: string): Kind {
    const known = this.#done.get(name);
    if (known) return known;
    const given = this.options[name];
    if (!given) throw fail(name, 'there is no such kind.');
    if (!NAME.test(name))
      throw fail(name, 'call a kind by a small letter, then letters, digits, - or _, 40 at most, such as chat.');
    if (this.#open.has(name)) throw fail(name, 'it is below itself: one of its parents must have none.');
    this.#open.add(name);
    const kind = this.#make(name, given);
    this.#done.set(name, kind);
    return kind;
  }

  #make(name: string, { table, parent, columns = {}, url, ...given }: EntityOptions): Kind {
    if (toTable(table).name === '') throw fail(name, 'its table has no name.');
    if (parent !== undefined && typeof columns.sharing === 'string')
      throw fail(name, 'who sees the parent sees it, so it has no sharing of its own: leave columns.sharing out.');
    return {
      name,
      table: toTable(table),
      id: columns.id ?? 'id',
      place: this.#placeOf(name, { table, parent, columns, ...given }),
      sharing: parent === undefined ? (columns.sharing === undefined ? 'sharing' : columns.sharing) : null,
      creator: columns.creator === undefined ? 'user_id' : columns.creator,
      title: columns.title === undefined ? 'name' : columns.title,
      createdAt: columns.createdAt,
      updatedAt: columns.updatedAt ?? 'updated_at',
      icon: columns.icon ?? null,
      url: columns.url ?? null,
      urlOf: url ?? null,
    };
  }

  #placeOf(name: string, { via, parent: parentName, parentColumn, columns }: EntityOptions): Place {
    const join = via === undefined ? null : joinOf(via);
    if (parentName === undefined) {
      if (parentColumn !== undefined)
        throw fail(name, 'parentColumn says nothing without parent: name the kind it follows.');
      if (join === null) return { by: 'column', column: columns?.workspace ?? 'workspace_id' };
      if (columns?.workspace !== undefined)
        throw fail(name, 'it is where its join table says: leave columns.workspace out, or via.');
      return {
        by: 'join',
        table: toTable(join.table),
        entityColumn: join.entity ?? `${name}_id`,
        workspaceColumn: join.other ?? 'workspace_id',
      };
    }
    if (!Object.hasOwn(this.options, parentName)) {
      const kinds = Object.keys(this.options).filter((one) => one !== name);
      throw fail(name, `its parent ${parentName} is no kind: there is ${kinds.join(', ') || 'no other'}.`);
    }
    if (columns?.workspace !== undefined)
      throw fail(name, 'it is where its parent is: leave columns.workspace out, or parent.');
    const parent = this.read(parentName);
    if (join === null) return { by: 'parent', parent, column: parentColumn ?? `${parentName}_id` };
    if (parentColumn !== undefined)
      throw fail(name, 'its join table says which parents it has: leave parentColumn out, or via.');
    return {
      by: 'parentJoin',
      parent,
      table: toTable(join.table),
      entityColumn: join.entity ?? `${name}_id`,
      parentColumn: join.other ?? `${parentName}_id`,
    };
  }
}

/**
 * Fills in every name of what a host registers. Nothing is compared with the database.
 *
 * @throws Error that names the kind and the fix
 */
export function toKinds(options: EntitiesOptions): Kind[] {
  const reader = new Reader(options);
  return Object.keys(options).map((name) => reader.read(name));
}
