import { newId } from '../db/newId.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { MEMBER_JSON } from '../members/sql.js';
import type { Member } from 'guildhall/contract';
import type { Change } from './changes.js';
import { viewerLog, workspaceLog } from './log.js';
import type { LoggedEvent } from './log.js';

type WithoutSeq<E> = E extends LoggedEvent ? Omit<E, 'seq'> : never;
type Unnumbered = WithoutSeq<LoggedEvent>;
type ActivityChange = Extract<Change, { of: 'activity' }>;

const ADDRESSEES = statement<{ id: string; email: string }>(
  'events_addressees',
  'select id, email from guildhall.users where email = any($1::text[]) and email_verified',
);

/** In the order of their ids, so that two writes that tell the same people never wait for each other in a circle. */
const LOCK_USERS = statement<{ id: string }>(
  'events_lock_users',
  'select id from guildhall.users where id = any($1::text[]) order by id for no key update',
);

const MEMBERS = statement<{ id: string; member: Member }>(
  'events_members',
  `select m.id, ${MEMBER_JSON} as member
     from guildhall.members m join guildhall.users u on u.id = m.user_id where m.id = any($1::text[])`,
);

const numberedIn = (table: 'workspaces' | 'users') =>
  `update guildhall.${table} t set seq = t.seq + r.count
     from unnest($1::text[], $2::bigint[]) as r(id, count) where t.id = r.id
   returning t.id, t.seq::float8 as seq`;

const NUMBER = {
  workspaces: statement<{ id: string; seq: number }>('events_number_workspaces', numberedIn('workspaces')),
  users: statement<{ id: string; seq: number }>('events_number_users', numberedIn('users')),
};

const INSERT_EVENTS = statement<never>(
  'events_insert',
  `insert into guildhall.events (stream, seq, payload, at)
   select r.stream, r.seq, r.payload, $2 from json_to_recordset($1::json) as r(stream text, seq bigint, payload jsonb)`,
);

const INSERT_ACTIVITY = statement<never>(
  'events_insert_activity',
  `insert into guildhall.activity (id, workspace_id, at, actor, action, details)
   select r.id, r."workspaceId", $2, nullif(r.actor, 'null'::jsonb), r.action, r.details
     from json_to_recordset($1::json) as r(id text, "workspaceId" text, actor jsonb, action text, details jsonb)`,
);

/** The events of each log, by the id of whose log it is. */
class Logs {
  readonly events = new Map<string, Unnumbered[]>();

  add(id: string, event: Unnumbered): void {
    const events = this.events.get(id);
    if (events) events.push(event);
    else this.events.set(id, [event]);
  }
}

type Recorded = ActivityChange & { readonly id: string };

interface Facts {
  readonly members: ReadonlyMap<string, Member>;
  readonly addressees: readonly { id: string; email: string }[];
}

function unique(values: Iterable<string>): string[] {
  return [...new Set(values)];
}

async function recordActivity(executor: Executor, changes: readonly Change[], at: Date): Promise<Map<Change, string>> {
  const recorded = changes
    .filter((change) => change.of === 'activity')
    .map((change): Recorded => ({ ...change, id: newId('act') }));
  if (recorded.length > 0) await executor.query(INSERT_ACTIVITY, [JSON.stringify(recorded), at]);
  const activities = changes.filter((change) => change.of === 'activity');
  return new Map(activities.map((change, index) => [change, recorded[index]?.id ?? '']));
}

/**
 * Locks the people that are told of something, and only then reads the members that are told about: a name that
 * changes at the same time is then either in these rows, or its change finds the membership.
 */
async function gatherFacts(executor: Executor, changes: readonly Change[]): Promise<Facts> {
  const emails = unique(
    changes.flatMap((change) => (change.of === 'invitation' && change.email !== null ? [change.email] : [])),
  );
  const addressees = emails.length > 0 ? await executor.query(ADDRESSEES, [emails]) : [];
  const people = unique([
    ...addressees.map(({ id }) => id),
    ...changes.flatMap((change) => (change.of === 'membership' ? [change.userId] : [])),
  ]);
  if (people.length > 0) await executor.query(LOCK_USERS, [people]);
  const ids = unique(
    changes.flatMap((change) => (change.of === 'member' && change.type !== 'removed' ? [change.memberId] : [])),
  );
  const rows = ids.length > 0 ? await executor.query(MEMBERS, [ids]) : [];
  return { addressees, members: new Map(rows.map(({ id, member }) => [id, member])) };
}

/** Puts a change into the logs of those whom it concerns. */
function distribute(
  change: Change,
  facts: Facts,
  activityIds: ReadonlyMap<Change, string>,
  workspaces: Logs,
  users: Logs,
): void {
  const { workspaceId } = change;
  if (change.of === 'workspace') workspaces.add(workspaceId, { topic: 'workspace', type: change.type, workspaceId });
  if (change.of === 'membership')
    users.add(change.userId, { topic: 'viewer', type: 'membership', change: change.change, workspaceId });
  if (change.of === 'activity') {
    workspaces.add(workspaceId, {
      topic: 'activity',
      type: 'added',
      workspaceId,
      activityId: activityIds.get(change) ?? '',
    });
  }
  if (change.of === 'invitation') {
    const { invitationId, email } = change;
    workspaces.add(workspaceId, { topic: 'invitations', type: 'changed', workspaceId, invitationId });
    for (const { id } of facts.addressees.filter((person) => person.email === email)) {
      users.add(id, { topic: 'viewer', type: 'invitation', invitationId });
    }
  }
  if (change.of === 'member') addMember(change, facts, workspaces);
}

function addMember(
  { workspaceId, memberId, type }: Extract<Change, { of: 'member' }>,
  { members }: Facts,
  workspaces: Logs,
): void {
  if (type === 'removed') return workspaces.add(workspaceId, { topic: 'members', type, workspaceId, memberId });
  const member = members.get(memberId);
  // Added or changed and then taken out again, all in this transaction: its removal tells enough.
  if (member) workspaces.add(workspaceId, { topic: 'members', type, workspaceId, member });
}

async function number(
  executor: Executor,
  table: 'workspaces' | 'users',
  { events }: Logs,
  nameOf: (id: string) => string,
) {
  if (events.size === 0) return [];
  const counts = [...events.values()].map((list) => list.length);
  const heads = await executor.query(NUMBER[table], [[...events.keys()], counts]);
  return heads.flatMap(({ id, seq }) => {
    const list = events.get(id) ?? [];
    return list.map((event, index) => {
      const numbered = { ...event, seq: seq - list.length + 1 + index };
      return { stream: nameOf(id), seq: numbered.seq, payload: numbered };
    });
  });
}

/**
 * Appends what a transaction changed to the logs, under the locks it holds: the workspaces' rows from its beginning,
 * and the people's, taken here. So each log is numbered without gaps, in the order of the commits.
 *
 * @returns the logs that grew
 */
export async function appendEvents(executor: Executor, changes: readonly Change[], at: Date): Promise<string[]> {
  if (changes.length === 0) return [];
  const activityIds = await recordActivity(executor, changes, at);
  const facts = await gatherFacts(executor, changes);
  const [workspaces, users] = [new Logs(), new Logs()];
  for (const change of changes) distribute(change, facts, activityIds, workspaces, users);
  const rows = [
    ...(await number(executor, 'workspaces', workspaces, workspaceLog)),
    ...(await number(executor, 'users', users, viewerLog)),
  ];
  if (rows.length > 0) await executor.query(INSERT_EVENTS, [JSON.stringify(rows), at]);
  return unique(rows.map(({ stream }) => stream));
}
