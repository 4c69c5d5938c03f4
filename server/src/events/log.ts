import type { GuildhallEvent, Standing } from 'guildhall/contract';

/** The log of a workspace's events. */
export const workspaceLog = (workspaceId: string): string => `w:${workspaceId}`;
/** The log of a person's own events. */
export const viewerLog = (userId: string): string => `u:${userId}`;

/** An event that stands in a log: of any topic but `stream`. */
export type LoggedEvent = Exclude<GuildhallEvent, { topic: 'stream' }>;

/** One line of a log. */
export interface LogRow {
  readonly stream: string;
  readonly seq: number;
  readonly payload: LoggedEvent;
}

/** What a log holds: the number of its latest event, and of the oldest that is still kept, if any is. */
export interface LogRange {
  readonly head: number;
  readonly oldest: number | null;
}

/** Where a stream begins, all read at one moment. */
export interface Opening {
  readonly viewer: LogRange;
  /** Of those that were asked for, the ones whose member it is, by id. */
  readonly workspaces: ReadonlyMap<string, LogRange & { readonly memberId: string; readonly standing: Standing }>;
}

/** Reading the event logs. */
export interface EventLog {
  /** The rows after these positions, in the order of each log, `limit` for each log at most: one query for all. */
  read(after: ReadonlyMap<string, number>, limit: number): Promise<LogRow[]>;
  /** What a person's stream begins with. */
  open(userId: string, workspaceIds: readonly string[]): Promise<Opening>;
}
