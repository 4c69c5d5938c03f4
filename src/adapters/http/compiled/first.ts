// Made from the routes table by `npm run generate`: change the contract, not this file.
import { page, row } from '../checks.js';
import { invitation, member, workspace } from './shapes.js';

export { read } from '../checks.js';

export const rows = {
  'workspaces.list': row('GET', '/workspaces', page(workspace)),
  'workspaces.get': row('GET', '/workspaces/:workspaceId', workspace),
  'members.list': row('GET', '/workspaces/:workspaceId/members', page(member)),
  'invitations.list': row('GET', '/workspaces/:workspaceId/invitations', page(invitation)),
};
