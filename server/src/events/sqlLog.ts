import { statement } from '../db/database.js';
import type { Database } from '../db/database.js';
import type { Role } from 'guildhall/contract';
import { viewerLog, workspaceLog } from './log.js';
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
  member_id: string | null;
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
       select m.id as member_id, m.role, m.billing_contact, w.seq as head,
              (select min(seq) from guildhall.events where stream = $4) as oldest
         from guildhall.members m
         join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
        where m.user_id = u.id and m.workspace_id = $3
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
    async open(userId, workspaceId) {
      const logs = [
        viewerLog(userId),
        workspaceId ?? null,
        workspaceId === undefined ? null : workspaceLog(workspaceId),
      ];
      const [row] = await database.query(OPEN, [userId, ...logs]);
      if (!row) return { viewer: { head: 0, oldest: null }, workspace: null };
      const viewer = { head: Number(row.viewer_head), oldest: numberOrNull(row.viewer_oldest) };
      if (row.member_id === null) return { viewer, workspace: null };
      const standing = { role: row.role, billingContact: row.billing_contact };
      const range = { head: Number(row.head), oldest: numberOrNull(row.oldest) };
      return { viewer, workspace: { ...range, memberId: row.member_id, standing } };
    },
  };
}
