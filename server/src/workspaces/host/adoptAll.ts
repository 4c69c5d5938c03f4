import type { Context } from '../../context.js';
import { statement } from '../../db/database.js';
import type { Unit } from '../../db/unit.js';
import { settleIn } from '../home.js';
import { adoptOwned } from './adopt.js';
import type { Adoption } from './adopt.js';
import { introduce } from './people.js';
import type { PeopleOptions } from './people.js';
import type { HostTable } from './table.js';

const KNOWN = statement<{ id: string }>(
  'users_known',
  'select id from guildhall.users where id = $1 for no key update',
);

/** Whether somebody has been here. Locked: nobody gets two homes. */
const isKnown = async (unit: Unit, userId: string) => (await unit.query(KNOWN, [userId])).length > 0;

/** Takes on what somebody owns in the host's table. */
export function adoptFor(context: Context, ownerId: string): Promise<readonly Adoption[]> {
  return context.inUnit(async (unit) => {
    const table = await context.hostWorkspaces?.table(unit);
    return table && (await isKnown(unit, ownerId)) ? adoptOwned(context, unit, table, ownerId) : [];
  });
}

/** How all of the host's table is taken on. */
export interface AdoptAllOptions {
  /** Where the owners are found who have not signed in yet. @default these wait until they do */
  readonly people?: PeopleOptions | undefined;
  /** False: everything is done, told and undone again. @default true */
  readonly apply?: boolean | undefined;
}

/** Ends a transaction whose outcome alone is wanted. */
class Undone extends Error {
  constructor(readonly adoptions: readonly Adoption[]) {
    super('a dry run');
  }
}

async function adoptOwner(
  context: Context,
  unit: Unit,
  { table, ownerId, people }: { table: HostTable; ownerId: string; people: PeopleOptions | undefined },
): Promise<readonly Adoption[]> {
  if (await isKnown(unit, ownerId)) return adoptOwned(context, unit, table, ownerId);
  const row = people ? await introduce(unit, people, ownerId) : null;
  if (!row) {
    const rows = await table.ownedBy(unit, ownerId);
    return rows.map(({ id }) => ({ workspaceId: id, ownerId, status: 'unknown_owner' }));
  }
  const { adoptions, homeId } = await settleIn(context, unit, { row });
  return homeId === null ? adoptions : [...adoptions, { workspaceId: homeId, ownerId, status: 'home_made' }];
}

/**
 * Takes on all of the host's table, one owner after the other, each in a transaction: it may be stopped and run again.
 *
 * @throws Error where the host has named no table, or one that is not as it says
 */
export async function* adoptAll(context: Context, options: AdoptAllOptions = {}): AsyncGenerator<Adoption> {
  const { people, apply = true } = options;
  const { database, inUnit } = context;
  const table = await context.hostWorkspaces?.table(database);
  if (!table) throw new Error('There is nothing to adopt: name the host’s table of workspaces in workspaces.table.');
  const settle = (ownerId: string) =>
    inUnit(async (unit) => {
      const adoptions = await adoptOwner(context, unit, { table, ownerId, people });
      if (apply) return adoptions;
      await unit.flush();
      throw new Undone(adoptions);
    }).catch((error: unknown) => {
      if (error instanceof Undone) return error.adoptions;
      throw error;
    });
  let owners = await table.ownersAfter(database, null);
  for (let last = owners.at(-1); last !== undefined; last = owners.at(-1)) {
    for (const ownerId of owners) yield* await settle(ownerId);
    owners = await table.ownersAfter(database, last);
  }
  for (const workspaceId of await table.unowned(database)) yield { workspaceId, ownerId: null, status: 'no_owner' };
}
