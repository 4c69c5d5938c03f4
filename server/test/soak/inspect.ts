import type { GuildhallEvent, Role } from 'guildhall/contract';
import { statement } from '../../src/db/database.js';
import type { Database } from '../../src/db/database.js';

const MEMBERS = statement<{ id: string; userId: string; role: Role }>(
  'soak_members',
  'select id, user_id as "userId", role from guildhall.members where workspace_id = $1',
);
/** With where its counter stands, of the same moment: mails that go out still add to it. */
const LOG = statement<{ seq: number; payload: GuildhallEvent; head: number }>(
  'soak_log',
  `select e.seq::float8 as seq, e.payload, w.seq::float8 as head
     from guildhall.workspaces w join guildhall.events e on e.stream = 'w:' || w.id where w.id = $1 order by e.seq`,
);
const PLACES = statement<{ members: number; pending: number }>(
  'soak_places',
  `select (select count(*)::int from guildhall.members where workspace_id = $1) as members,
          (select count(*)::int from guildhall.invitations where workspace_id = $1 and status = 'pending') as pending`,
);
const BROKEN_LOGS = statement<{ stream: string }>(
  'soak_broken_logs',
  `select stream from guildhall.events group by stream
    having min(seq) <> 1 or max(seq) <> count(*)
        or max(seq) <> coalesce((select seq from guildhall.users where 'u:' || id = stream),
                                (select seq from guildhall.workspaces where 'w:' || id = stream))`,
);

/** The ids of a workspace's members, by user. */
export async function readMembers(database: Database, workspaceId: string): Promise<Map<string, string>> {
  const rows = await database.query(MEMBERS, [workspaceId]);
  return new Map(rows.map(({ id, userId }) => [userId, id]));
}

/** How many are in a workspace, and how many wait. */
export async function readPlaces(
  database: Database,
  workspaceId: string,
): Promise<{ members: number; pending: number }> {
  const [places] = await database.query(PLACES, [workspaceId]);
  if (!places) throw new Error(`there is no ${workspaceId}`);
  return places;
}

/** The logs, of workspaces and of people, that have a gap or do not end where their counter stands. */
export async function brokenLogs(database: Database): Promise<string[]> {
  return (await database.query(BROKEN_LOGS, [])).map(({ stream }) => stream);
}

/** What a workspace's log tells when it is played from the beginning. */
export interface Replay {
  readonly events: number;
  readonly gaps: number;
  readonly fewestOwners: number;
  readonly turns: number;
  readonly duplicates: number;
  /** Whether the log's end is what the table holds. */
  readonly matchesTable: boolean;
}

interface Present {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
}

/** Transactions tell several members at once; owners are counted where each of them ends, at its entry of activity. */
const endsTransaction = ({ topic }: GuildhallEvent) => topic === 'activity';

/** Plays a workspace's log over those who were in it at first. */
export async function replayMembership(
  database: Database,
  workspaceId: string,
  first: readonly Present[],
): Promise<Replay> {
  const present = new Map(first.map((member) => [member.id, member]));
  const owners = () => [...present.values()].filter(({ role }) => role === 'owner').length;
  const rows = await database.query(LOG, [workspaceId]);
  let [gaps, duplicates, fewestOwners, turns, before] = [
    (rows[0]?.head ?? 0) === rows.length ? 0 : 1,
    0,
    owners(),
    0,
    owners(),
  ];
  rows.forEach(({ seq, payload }, index) => {
    if (seq !== index + 1) gaps += 1;
    if (payload.topic === 'members') {
      if (payload.type === 'removed') present.delete(payload.memberId);
      else present.set(payload.member.id, payload.member);
      if (new Set([...present.values()].map(({ userId }) => userId)).size !== present.size) duplicates += 1;
    }
    if (!endsTransaction(payload)) return;
    if (owners() !== before) turns += 1;
    before = owners();
    fewestOwners = Math.min(fewestOwners, before);
  });
  const asText = (members: Iterable<Present>) =>
    [...members]
      .map(({ id, userId, role }) => `${id} ${userId} ${role}`)
      .toSorted()
      .join('\n');
  const matchesTable = asText(present.values()) === asText(await database.query(MEMBERS, [workspaceId]));
  return { events: rows.length, gaps, fewestOwners, turns, duplicates, matchesTable };
}
