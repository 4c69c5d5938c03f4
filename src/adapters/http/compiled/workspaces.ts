// Made from the routes table by `npm run generate`: change the contract, not this file.
import { object, row } from '../checks.js';
import { workspace } from './shapes.js';

export { read } from '../checks.js';

export const rows = {
  'workspaces.create': row('POST', '/workspaces', workspace),
  'workspaces.update': row('PATCH', '/workspaces/:workspaceId', workspace),
  'workspaces.delete': row('DELETE', '/workspaces/:workspaceId', object({})),
  'workspaces.setImage': row('PUT', '/workspaces/:workspaceId/image', workspace),
  'workspaces.removeImage': row('DELETE', '/workspaces/:workspaceId/image', workspace),
};
