import type { GuildhallEvent } from '../../contract/index.js';

/** The log that an event stands in: its workspace's, or the viewer's own for ''. */
const logOf = (event: Exclude<GuildhallEvent, { topic: 'stream' }>) =>
  event.topic === 'viewer' ? '' : event.workspaceId;

/**
 * Tells which events are new: each once, in the order of its log, though a stream that was cut may bring some
 * again. After a `reset` the numbers may begin anew.
 */
export function createOrderGuard(): (event: GuildhallEvent) => boolean {
  const latest = new Map<string, number>();
  return (event) => {
    if (event.topic === 'stream') {
      if (event.type === 'reset') latest.clear();
      return true;
    }
    const log = logOf(event);
    if (event.seq <= (latest.get(log) ?? 0)) return false;
    latest.set(log, event.seq);
    return true;
  };
}
