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

/**
 * Those who are told, and those whose verified address is among the invited. In the order of their ids, so that two
 * writes that tell the same people never wait for each other in a circle.
 */
const LOCK_USERS = statement<{ id: string; email: string | null }>(
  'events_lock_users',
  `select id, case when email_verified then email end as email from guildhall.users
    where id = any($1::text[]) or (email = any($2::text[]) and email_verified) order by id for no key update`,
);

const MEMBERS = statement<{ id: string; member: Member }>(
  'events_members',
  `select m.id, ${MEMBER_JSON} as member
     from guildhall.members m join guildhall.users u on u.id = m.user_id where m.id = any($1::text[])`,
);

const advance = (table: 'workspaces' | 'users') =>
  `update guildhall.${table} t set seq = t.seq + c.count from counts c where c.whose = '${table}' and c.id = t.id
   returning '${table}' as whose, t.id, t.seq - c.count as base`;

/** Moves each log's counter on by as many events as it gets, and numbers them from there. */
const APPEND = statement<{ stream: string }>(
  'events_append',
  `with line as (
     select * from json_to_recordset($1::json) as r(stream text, whose text, id text, nth bigint, payload jsonb)
   ), counts as (select whose, id, count(*) as count from line group by whose, id),
   w as (${advance('workspaces')}), u as (${advance('users')}), log as (select * from w union all select * from u)
   insert into guildhall.events (stream, seq, payload, at)
   select line.stream, base + nth, payload || jsonb_build_object('seq', base + nth), $2
     from line join log on log.whose = line.whose and log.id = line.id
   returning stream`,
);

const INSERT_ACTIVITY = statement<never>(
  'events_insert_activity',
  `insert into guildhall.activity (id, workspace_id, at, actor, action, details)
   select r.id, r."workspaceId", $2, nullif(r.actor, 'null'::jsonb), r.action, r.details
     from json_to_recordset($1::json) as r(id text, "workspaceId" text, actor jsonb, action text, details jsonb)`,
);

/** An event's place: whose log, and which of those that this transaction adds to it. */
interface Line {
  readonly stream: string;
  readonly whose: 'workspaces' | 'users';
  readonly id: string;
  readonly nth: number;
  readonly payload: Unnumbered;
}

/** The events that a transaction adds to the logs. */
class Lines {
  readonly list: Line[] = [];
  readonly #counts = new Map<string, number>();

  toWorkspace(id: string, payload: Unnumbered): void {
    this.#add('workspaces', id, workspaceLog(id), payload);
  }

  toUser(id: string, payload: Unnumbered): void {
    this.#add('users', id, viewerLog(id), payload);
  }

  #add(whose: Line['whose'], id: string, stream: string, payload: Unnumbered): void {
    const nth = (this.#counts.get(stream) ?? 0) + 1;
    this.#counts.set(stream, nth);
    this.list.push({ stream, whose, id, nth, payload });
  }
}

type Recorded = ChangeOf<'activity'> & { readonly id: string };

interface Facts {
  readonly members: ReadonlyMap<string, Member>;
  /** Of those who are told: who they are, and the address that they have proved to be theirs. */
  readonly people: readonly { id: string; email: string | null }[];
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
  const told = unique(changes.flatMap((change) => (change.of === 'membership' ? [change.userId] : [])));
  const people = emails.length + told.length > 0 ? await executor.query(LOCK_USERS, [told, emails]) : [];
  const ids = unique(
    changes.flatMap((change) => (change.of === 'member' && change.type !== 'removed' ? [change.memberId] : [])),
  );
  const rows = ids.length > 0 ? await executor.query(MEMBERS, [ids]) : [];
  return { people, members: new Map(rows.map(({ id, member }) => [id, member])) };
}

/** Puts a change into the logs of those whom it concerns. */
function distribute(change: Change, facts: Facts, activityIds: ReadonlyMap<Change, string>, lines: Lines): void {
  const { workspaceId } = change;
  switch (change.of) {
    case 'workspace':
      return lines.toWorkspace(workspaceId, { topic: 'workspace', type: change.type, workspaceId });
    case 'member':
      return addMember(change, facts, lines);
    case 'membership':
      return lines.toUser(change.userId, { topic: 'viewer', type: 'membership', change: change.change, workspaceId });
    case 'invitation':
      return addInvitation(change, facts, lines);
    case 'billing':
      return lines.toWorkspace(workspaceId, { topic: 'billing', type: 'changed', workspaceId });
    case 'entities':
      return lines.toWorkspace(workspaceId, { topic: 'entities', workspaceId, ...change.change });
    case 'activity':
      return lines.toWorkspace(workspaceId, {
        topic: 'activity',
        type: 'added',
        workspaceId,
        activityId: activityIds.get(change) ?? '',
      });
  }
}

type ChangeOf<K extends Change['of']> = Extract<Change, { of: K }>;

function addMember({ workspaceId, memberId, type }: ChangeOf<'member'>, { members }: Facts, lines: Lines): void {
  if (type === 'removed') return lines.toWorkspace(workspaceId, { topic: 'members', type, workspaceId, memberId });
  const member = members.get(memberId);
  // Added or changed and then taken out again, all in this transaction: its removal tells enough.
  if (member) lines.toWorkspace(workspaceId, { topic: 'members', type, workspaceId, member });
}

function addInvitation({ workspaceId, invitationId, email }: ChangeOf<'invitation'>, { people }: Facts, lines: Lines) {
  lines.toWorkspace(workspaceId, { topic: 'invitations', type: 'changed', workspaceId, invitationId });
  if (email === null) return;
  for (const { id } of people.filter((person) => person.email === email)) {
    lines.toUser(id, { topic: 'viewer', type: 'invitation', invitationId });
  }
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
  const lines = new Lines();
  for (const change of changes) distribute(change, facts, activityIds, lines);
  if (lines.list.length === 0) return [];
  const written = await executor.query(APPEND, [JSON.stringify(lines.list), at]);
  return unique(written.map(({ stream }) => stream));
}
