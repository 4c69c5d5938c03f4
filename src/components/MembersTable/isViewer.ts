import type { Member, Viewer } from '../../contract/index.js';

/** Whether this row is the viewer's own. */
export const isViewer = (viewer: Viewer, member: Member): boolean => viewer.memberId === member.id;
