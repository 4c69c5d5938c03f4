import { GuildhallError } from 'guildhall/contract';
import type { Database } from '../db/database.js';
import { sqlState } from '../db/sql.js';
import { bindKinds, isBound } from './bind.js';
import type { BoundKind, Unbound } from './bind.js';
import { readCatalog } from './catalog.js';
import type { Kind } from './kinds.js';

/** The host's kinds, as the database has them now. */
export interface Registry {
  readonly kinds: readonly Kind[];
  /** Compares all kinds with the database, and tells of each that is not as registered. */
  check(): Promise<void>;
  /**
   * Asks the host's tables. Where one of them has changed since it was looked at, it is looked at again, and asked again.
   *
   * @throws GuildhallError `validation` and `unavailable` from `bound.find`
   */
  ask<T>(work: (bound: BoundKinds) => Promise<T>): Promise<T>;
}

/** What there is of the kinds. */
export interface BoundKinds {
  /** All of them, in the host's order. */
  readonly all: readonly (BoundKind | Unbound)[];
  /** @throws GuildhallError `validation` where there is no such kind, `unavailable` with `entity_kind` where it cannot be read */
  find(name: string): BoundKind;
}

/** Milliseconds until kinds that could not be read are looked at again. */
const LOOK_AGAIN_MS = 3_000;
/** Undefined table, column, function; wrong types; a plan for a table that has changed; no such schema. */
const CHANGED = new Set(['42P01', '42703', '42883', '42804', '0A000', '3F000', '42P18', '42501', '22P02']);

function boundKinds(bound: ReadonlyMap<string, BoundKind | Unbound>): BoundKinds {
  return {
    all: [...bound.values()],
    find(name) {
      const found = bound.get(name);
      if (!found) {
        const message = `is no kind of entity here: ${name}`;
        const fields = [{ path: 'kind', message }];
        throw new GuildhallError('validation', { message: `kind ${message}`, details: { fields } });
      }
      if (isBound(found)) return found;
      throw new GuildhallError('unavailable', { message: found.problem, details: { reason: 'entity_kind' } });
    },
  };
}

/** Makes a {@link Registry}. */
export function createRegistry(
  database: Database,
  kinds: readonly Kind[],
  onError: (error: unknown) => void,
): Registry {
  let bound: Promise<ReadonlyMap<string, BoundKind | Unbound>> | undefined;
  let lookedAt = 0;
  const told = new Map<string, string>();

  const look = async () => {
    lookedAt = performance.now();
    const found = bindKinds(kinds, kinds.length > 0 ? await readCatalog(database, kinds) : new Map());
    for (const [name, one] of found) {
      const problem = isBound(one) ? undefined : one.problem;
      if (problem !== undefined && problem !== told.get(name))
        onError(new Error(`Entities of kind ${name}: ${problem}`));
      if (problem === undefined) told.delete(name);
      else told.set(name, problem);
    }
    return found;
  };
  const lookAgain = () => {
    const looking = look();
    bound = looking;
    // Whoever asks next tries by themselves.
    looking.catch(() => bound === looking && (bound = undefined));
    return looking;
  };
  const current = async () => {
    const known = await (bound ?? lookAgain());
    const isOld = performance.now() - lookedAt > LOOK_AGAIN_MS;
    return isOld && [...known.values()].some((one) => !isBound(one)) ? lookAgain() : known;
  };
  return {
    kinds,
    check: async () => void (await lookAgain()),
    async ask(work) {
      try {
        return await work(boundKinds(await current()));
      } catch (error) {
        if (!CHANGED.has(sqlState(error) ?? '')) throw error;
        return work(boundKinds(await lookAgain()));
      }
    },
  };
}
