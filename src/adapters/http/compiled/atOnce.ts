// Made from the routes table by `npm run generate`: change the contract, not this file.
import { page } from '../checks.js';
import { invitation, member, workspace } from './shapes.js';

export const answers = {
  'workspaces.list': page(workspace),
  'workspaces.get': workspace,
  'members.list': page(member),
  'invitations.list': page(invitation),
};
