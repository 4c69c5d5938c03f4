// Made from the routes table by `npm run generate`: change the contract, not this file.
import { object } from '../checks.js';
import { workspace } from './shapes.js';

export const answers = {
  'workspaces.create': workspace,
  'workspaces.update': workspace,
  'workspaces.delete': object({}),
  'workspaces.setImage': workspace,
  'workspaces.removeImage': workspace,
};
