export { AcceptInvitation } from './AcceptInvitation.js';
export type { AcceptInvitationProps, InvitationReturn } from './AcceptInvitation.js';
export type { JoinedWorkspace } from './screenOf.js';
