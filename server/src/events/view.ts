import { may } from 'guildhall/contract';
import type { Permission, Standing, WorkspaceTopic } from 'guildhall/contract';
import type { LogRow, LoggedEvent } from './log.js';

/** What a topic of a workspace needs beyond membership. */
const NEEDS: Partial<Record<WorkspaceTopic, Permission>> = {
  invitations: 'members:invite',
  billing: 'billing:manage',
  activity: 'activity:read',
};

/** Who looks at a workspace's log, as of one position in it. */
export interface WorkspaceViewer {
  readonly memberId: string;
  readonly standing: Standing;
  /** Up to here the standing is known; later events may change it. */
  readonly asOf: number;
}

/** What one row is to a viewer. */
export interface Sight {
  /** Whether they get to see it. */
  readonly visible: boolean;
  /** Who they are from then on; null when the workspace is closed to them. */
  readonly viewer: WorkspaceViewer | null;
}

/**
 * Whether a viewer sees a row of a workspace's log, and who they are after it. The log itself tells of every
 * change of role, in its place among the others, so that nothing slips through between the change and
 * the reading of it.
 */
export function look(viewer: WorkspaceViewer, { seq, payload }: LogRow): Sight {
  if (payload.topic === 'workspace' && payload.type === 'deleted') return { visible: true, viewer: null };
  if (payload.topic === 'members' && concerns(payload, viewer) && seq > viewer.asOf) {
    // Their own removal reaches them as the closing of the workspace.
    if (payload.type === 'removed') return { visible: false, viewer: null };
    const { role, billingContact } = payload.member;
    return { visible: true, viewer: { ...viewer, standing: { role, billingContact }, asOf: seq } };
  }
  const needed = payload.topic === 'viewer' ? undefined : NEEDS[payload.topic];
  return { visible: needed === undefined || may(viewer.standing, needed), viewer };
}

function concerns(event: Extract<LoggedEvent, { topic: 'members' }>, { memberId }: WorkspaceViewer): boolean {
  return (event.type === 'removed' ? event.memberId : event.member.id) === memberId;
}
