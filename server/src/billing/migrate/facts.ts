import { statement } from '../../db/database.js';
import type { Executor } from '../../db/database.js';
import { findEntries } from './journal.js';
import type { CustomerEntry } from './journal.js';
import type { ProfileRow } from './rows.js';
import type { OwnedCustomer, Source } from './source.js';

/** The home of a user. */
export interface Home {
  readonly workspaceId: string;
  readonly members: number;
  /** The customer that its account has. */
  readonly customerId: string | null;
  /** By the account: what it is on now. */
  readonly planName: string | null;
}

/** What the database says of a row. */
export interface RowFacts {
  readonly row: ProfileRow;
  readonly home: Home | null;
  /** Where there is no home: whether there was one, which was deleted. */
  readonly hadHome: boolean;
  /** All users who have this customer, where there are several. */
  readonly sharedBy: readonly string[];
  /** The workspace whose account has this customer. */
  readonly claimedBy: string | null;
  /** What was written down of this move, and not reverted. */
  readonly entry: CustomerEntry | null;
  /** Other customers of the owners of the home, the user's own others among them. */
  readonly rivals: readonly OwnedCustomer[];
}

const HOMES = statement<Home & { userId: string }>(
  'move_homes',
  `select w.home_of as "userId", w.id as "workspaceId", a.customer_id as "customerId", a.plan->>'name' as "planName",
          (select count(*)::int from guildhall.members m where m.workspace_id = w.id) as members
     from guildhall.workspaces w left join guildhall.billing_accounts a on a.workspace_id = w.id
    where w.home_of = any($1::text[]) and w.deleted_at is null`,
);
const DELETED_HOMES = statement<{ userId: string }>(
  'move_deleted_homes',
  'select distinct home_of as "userId" from guildhall.workspaces where home_of = any($1::text[]) and deleted_at is not null',
);
const CLAIMS = statement<{ workspaceId: string; customerId: string }>(
  'move_claims',
  `select workspace_id as "workspaceId", customer_id as "customerId" from guildhall.billing_accounts
    where customer_id = any($1::text[])`,
);

const present = (values: readonly (string | null)[]) => values.filter((value) => value !== null);

/** Reads what the database says of a page of rows, in as many questions as for one. */
export async function readFacts(executor: Executor, source: Source, rows: readonly ProfileRow[]): Promise<RowFacts[]> {
  const withCustomer = rows.filter(({ customerId }) => customerId !== null);
  const userIds = present(withCustomer.map(({ userId }) => userId));
  const customerIds = present(withCustomer.map(({ customerId }) => customerId));
  const homes = await executor.query(HOMES, [userIds]);
  const deleted = new Set((await executor.query(DELETED_HOMES, [userIds])).map(({ userId }) => userId));
  const claims = await executor.query(CLAIMS, [customerIds]);
  const entries = await findEntries(executor, customerIds);
  const shared = await source.findShared(customerIds);
  const ofOwners = await source.customersOfOwners(homes.map(({ workspaceId }) => workspaceId));

  const homeOf = new Map(homes.map(({ userId, ...home }) => [userId, home]));
  const claimOf = new Map(claims.map(({ customerId, workspaceId }) => [customerId, workspaceId]));
  const entryOf = new Map(entries.map((entry) => [`${entry.customerId} ${entry.workspaceId}`, entry]));
  const ownersOf = new Map<string, OwnedCustomer[]>();
  for (const owned of ofOwners) ownersOf.set(owned.workspaceId, [...(ownersOf.get(owned.workspaceId) ?? []), owned]);
  return rows.map((row) => {
    const { userId, customerId } = row;
    const home = (userId !== null && homeOf.get(userId)) || null;
    return {
      row,
      home,
      hadHome: userId !== null && deleted.has(userId),
      sharedBy: shared.get(customerId ?? '') ?? [],
      claimedBy: claimOf.get(customerId ?? '') ?? null,
      entry: entryOf.get(`${customerId} ${home?.workspaceId}`) ?? null,
      rivals: (ownersOf.get(home?.workspaceId ?? '') ?? []).filter((rival) => rival.customerId !== customerId),
    };
  });
}
