import type { GuildhallEvent } from '../../contract/index.js';

/** Where the logs stand that a connection follows: what a tab has to know that comes when all is ready. */
export interface Standing {
  readonly viewer: number;
  /** By workspace. */
  readonly seqs: Readonly<Record<string, number>>;
  /** Workspaces that are asked for and not open to this person. */
  readonly closed: readonly string[];
}

const BEGINNING: Standing = { viewer: 0, seqs: {}, closed: [] };

const without = (seqs: Standing['seqs'], id: string) =>
  Object.fromEntries(Object.entries(seqs).filter(([workspaceId]) => workspaceId !== id));

/** Where the logs stand after one more event. Null until the first `ready`. */
export function advance(standing: Standing | null, event: GuildhallEvent): Standing | null {
  if (event.topic === 'stream') {
    const { viewer, seqs, closed } = standing ?? BEGINNING;
    if (event.type === 'closed') {
      const { workspaceId: id } = event;
      return { viewer, seqs: without(seqs, id), closed: [...closed.filter((one) => one !== id), id] };
    }
    if (event.type !== 'ready') return standing;
    if (event.workspace === null) return { viewer: event.viewer, seqs, closed };
    const { id, seq } = event.workspace;
    return { viewer: event.viewer, seqs: { ...seqs, [id]: seq }, closed: closed.filter((one) => one !== id) };
  }
  if (standing === null) return null;
  if (event.topic === 'viewer') return { ...standing, viewer: event.seq };
  return { ...standing, seqs: { ...standing.seqs, [event.workspaceId]: event.seq } };
}

/** What a tab that came late has missed of the beginning: nothing, while its workspace is not followed yet. */
export function beginningOf({ viewer, seqs, closed }: Standing, workspaceId: string | undefined): GuildhallEvent[] {
  const ready = (workspace: { id: string; seq: number } | null): GuildhallEvent => ({
    topic: 'stream',
    type: 'ready',
    viewer,
    workspace,
  });
  if (workspaceId === undefined) return [ready(null)];
  const seq = seqs[workspaceId];
  if (seq !== undefined) return [ready({ id: workspaceId, seq })];
  return closed.includes(workspaceId) ? [{ topic: 'stream', type: 'closed', workspaceId }, ready(null)] : [];
}

/**
 * What an event of a connection that follows several workspaces is to a tab that looks at one of them, or at none: the
 * event, another one, or null.
 */
export function eventFor(
  event: GuildhallEvent,
  workspaceId: string | undefined,
  isClosed: boolean,
): GuildhallEvent | null {
  if (event.topic === 'viewer') return event;
  if (event.topic !== 'stream') return event.workspaceId === workspaceId ? event : null;
  if (event.type === 'reset') return event;
  if (event.type === 'closed') return event.workspaceId === workspaceId ? event : null;
  if (event.workspace !== null && event.workspace.id === workspaceId) return event;
  return workspaceId === undefined || isClosed ? { ...event, workspace: null } : null;
}
