import { statement } from '../db/database.js';
import type { Database } from '../db/database.js';
import type { Role } from 'guildhall/contract';
import { viewerLog } from './log.js';
import type { EventLog, LoggedEvent, LogRow } from './log.js';

const READ = statement<{ stream: string; seq: number; payload: LoggedEvent }>(
  'events_read',
  `select e.stream, e.seq, e.payload
     from unnest($1::text[], $2::bigint[]) as wanted(stream, after)
    cross join lateral (
      select stream, seq, payload from guildhall.events
       where events.stream = wanted.stream and events.seq > wanted.after
       order by seq limit $3
    ) e
    order by e.stream, e.seq`,
);

interface OpeningRow {
  viewer_head: number;
  viewer_oldest: number | null;
  workspace_id: string | null;
  member_id: string;
  role: Role;
  billing_contact: boolean;
  head: number;
  oldest: number | null;
}

/** One statement, so that who somebody is and where the logs stand belong to one moment. */
const OPEN = statement<OpeningRow>(
  'events_open',
  `select u.seq as viewer_head,
          (select min(seq) from guildhall.events where stream = $2) as viewer_oldest,
          inside.*
     from guildhall.users u
     left join lateral (
       select m.workspace_id, m.id as member_id, m.role, m.billing_contact, w.seq as head,
              (select min(seq) from guildhall.events where stream = 'w:' || w.id) as oldest
         from guildhall.members m
         join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
        where m.user_id = u.id and m.workspace_id = any($3::text[])
     ) inside on true
    where u.id = $1`,
);

const numberOrNull = (value: number | null) => (value === null ? null : Number(value));

/** The event logs in the database. */
export function createSqlLog(database: Database): EventLog {
  return {
    async read(after, limit) {
      const rows = await database.query(READ, [[...after.keys()], [...after.values()], limit]);
      return rows.map(({ stream, seq, payload }): LogRow => ({ stream, seq: Number(seq), payload }));
    },
    async open(userId, workspaceIds) {
      const rows = await database.query(OPEN, [userId, viewerLog(userId), workspaceIds]);
      const [row] = rows;
      const viewer = { head: Number(row?.viewer_head ?? 0), oldest: numberOrNull(row?.viewer_oldest ?? null) };
      const inside = rows.flatMap(({ workspace_id: id, member_id: memberId, role, billing_contact, head, oldest }) => {
        if (id === null) return [];
        const standing = { role, billingContact: billing_contact };
        return [[id, { head: Number(head), oldest: numberOrNull(oldest), memberId, standing }] as const];
      });
      return { viewer, workspaces: new Map(inside) };
    },
  };
}
