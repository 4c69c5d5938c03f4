import type { QueryClient } from '@tanstack/react-query';

/**
 * How far each event log has been heard, by query client and adapter. An answer that was read before
 * the latest event was is already out of date when it arrives, and is asked for again.
 */
const heard = new WeakMap<QueryClient, Map<string, number>>();

/** The log of a workspace, or the viewer's own for null. */
const logOf = (adapterId: string, workspaceId: string | null) => JSON.stringify([adapterId, workspaceId]);

/** Notes that a log has been heard up to `seq`. */
export function hear(client: QueryClient, adapterId: string, workspaceId: string | null, seq: number): void {
  const logs = heard.get(client) ?? new Map<string, number>();
  heard.set(client, logs);
  const log = logOf(adapterId, workspaceId);
  logs.set(log, Math.max(seq, logs.get(log) ?? 0));
}

/** Up to where a log has been heard; 0 before its first event. */
export function heardUpTo(client: QueryClient, adapterId: string, workspaceId: string | null): number {
  return heard.get(client)?.get(logOf(adapterId, workspaceId)) ?? 0;
}
