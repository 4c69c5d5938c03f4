import type { Context } from '../context.js';
import type { Unit } from '../db/unit.js';
import type { UserRow } from '../users/row.js';
import { adoptOwned, hasHome } from './host/adopt.js';
import type { Adoption } from './host/adopt.js';
import { fitName } from './names.js';
import { insertWorkspace } from './service.js';

function defaultHomeName({ name }: { name: string }): string {
  return `${name.split('@')[0] || name}’s workspace`;
}

/** Somebody whose row has just been written, and their language where sign-in told it. */
export interface Newcomer {
  readonly row: UserRow;
  readonly locale?: string | undefined;
}

/**
 * Gives somebody new their workspaces: those that they own in the host's table, and a home where none of these is it.
 *
 * @returns what became of the host's rows, and the id of a home that was made
 */
export async function settleIn(
  context: Context,
  unit: Unit,
  { row, locale }: Newcomer,
): Promise<{ adoptions: readonly Adoption[]; homeId: string | null }> {
  const { id: userId, name, email, imageUrl } = row;
  const table = await context.hostWorkspaces?.table(unit);
  const adoptions = table ? await adoptOwned(context, unit, table, userId) : [];
  if (table && (await hasHome(unit, userId))) return { adoptions, homeId: null };
  const home = fitName((context.homeName ?? defaultHomeName)({ name, email, locale }), 'Home');
  const owner = { userId, name, email, imageUrl };
  return { adoptions, homeId: await insertWorkspace(context, unit, { name: home, homeOf: userId, owner }) };
}
