import { isId, toSearchKey } from 'guildhall/contract';
import type { Context } from '../../context.js';
import { limitOf } from '../../billing/limits.js';
import { statement } from '../../db/database.js';
import { newId } from '../../db/newId.js';
import { members, workspaces } from '../../db/schema.js';
import { asText } from '../../db/sql.js';
import type { Unit } from '../../db/unit.js';
import { fitName } from '../names.js';
import type { HostRow, HostTable } from './table.js';

/** What became of one row of the host's table. */
export type AdoptionStatus =
  /** It is a workspace of Guildhall now, with its owner as a member. */
  | 'adopted'
  /** And its owner's home. */
  | 'adopted_home'
  /** Its owner has another home in Guildhall already: it is a workspace like others. */
  | 'adopted_beside_home'
  /** Made now, in the host's table too, for an owner who had none. */
  | 'home_made'
  /** It was one before, or was deleted here and is kept for 30 days. */
  | 'already'
  /** Its id cannot stand in a URL: see the contract. */
  | 'bad_id'
  /** Its owner is not known yet: it is adopted when they sign in. */
  | 'unknown_owner'
  /** Nobody owns it. */
  | 'no_owner';

/** What became of one row. */
export interface Adoption {
  readonly workspaceId: string;
  readonly ownerId: string | null;
  readonly status: AdoptionStatus;
}

const HOME = statement<{ id: string }>(
  'workspaces_home_of',
  'select id from guildhall.workspaces where home_of = $1 and deleted_at is null',
);

/** Whether somebody has a home here. */
export async function hasHome(unit: Unit, userId: string): Promise<boolean> {
  return (await unit.query(HOME, [userId])).length > 0;
}

async function adoptRow(
  { limits, billing }: Context,
  unit: Unit,
  { id, name: given, createdAt }: HostRow,
  { ownerId, isHome }: { ownerId: string; isHome: boolean },
): Promise<boolean> {
  const name = fitName(asText(given), 'Workspace');
  const hostLimit = limits?.members ?? null;
  const inserted = await unit.orm
    .insert(workspaces)
    .values({
      id,
      name,
      sortKey: toSearchKey(name),
      homeOf: isHome ? ownerId : null,
      memberLimit: billing ? limitOf(billing.catalogue, null, hostLimit) : hostLimit,
      hostLimit,
      createdAt: createdAt ?? unit.now,
    })
    .onConflictDoNothing()
    .returning({ id: workspaces.id });
  if (inserted.length === 0) return false;
  const joinedAt = createdAt ?? unit.now;
  await unit.orm
    .insert(members)
    .values({ id: newId('mem'), workspaceId: id, userId: ownerId, role: 'owner', joinedAt });
  unit.changes.add({ of: 'membership', userId: ownerId, workspaceId: id, change: 'added' });
  return true;
}

/** Takes on the workspaces that somebody, whom Guildhall knows, owns in the host's table. Those taken on before stay as they are. */
export async function adoptOwned(
  context: Context,
  unit: Unit,
  table: HostTable,
  ownerId: string,
): Promise<readonly Adoption[]> {
  const rows = await table.ownedBy(unit, ownerId);
  let isAtHome = rows.length > 0 && (await hasHome(unit, ownerId));
  const adoptions: Adoption[] = [];
  for (const row of rows) {
    const isHome = row.isHome && !isAtHome;
    const status = async (): Promise<AdoptionStatus> => {
      if (!isId(row.id)) return 'bad_id';
      if (!(await adoptRow(context, unit, row, { ownerId, isHome }))) return 'already';
      if (isHome) return 'adopted_home';
      return row.isHome ? 'adopted_beside_home' : 'adopted';
    };
    const became = await status();
    isAtHome ||= became === 'adopted_home';
    adoptions.push({ workspaceId: row.id, ownerId, status: became });
  }
  return adoptions;
}
