import type { OperationName } from '../../contract/index.js';
import { listActivity } from './activity.js';
import { billingHandlers } from './billing/handlers.js';
import { entityHandlers } from './entities/handlers.js';
import {
  linkOfInvitation,
  listInvitations,
  resendInvitation,
  revokeInvitation,
  updateInvitation,
} from './invitations.js';
import { createInvitations } from './inviting.js';
import { leaveWorkspace, listMembers, removeMembers, transferOwnership, updateMember } from './members.js';
import { acceptInvitation, declineInvitation, listMyInvitations, previewInvitation } from './received.js';
import type { Handler } from './session.js';
import {
  createWorkspace,
  deleteWorkspace,
  getWorkspace,
  listWorkspaces,
  removeWorkspaceImage,
  setWorkspaceImage,
  updateWorkspace,
} from './workspaces.js';

/** One for each row of the routes table: a row without one does not compile. */
export const handlers: { readonly [N in OperationName]: Handler<N> } = {
  'workspaces.list': listWorkspaces,
  'workspaces.create': createWorkspace,
  'workspaces.get': getWorkspace,
  'workspaces.update': updateWorkspace,
  'workspaces.delete': deleteWorkspace,
  'workspaces.setImage': setWorkspaceImage,
  'workspaces.removeImage': removeWorkspaceImage,
  'members.list': listMembers,
  'members.update': updateMember,
  'members.remove': removeMembers,
  'members.leave': leaveWorkspace,
  'members.transferOwnership': transferOwnership,
  'invitations.list': listInvitations,
  'invitations.create': createInvitations,
  'invitations.update': updateInvitation,
  'invitations.resend': resendInvitation,
  'invitations.revoke': revokeInvitation,
  'invitations.link': linkOfInvitation,
  'invitations.mine': listMyInvitations,
  'invitations.accept': acceptInvitation,
  'invitations.decline': declineInvitation,
  'invitations.preview': previewInvitation,
  ...billingHandlers,
  ...entityHandlers,
  'activity.list': listActivity,
};
