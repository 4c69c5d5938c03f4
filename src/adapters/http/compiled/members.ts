// Made from the routes table by `npm run generate`: change the contract, not this file.
import { array, number, object, oneOf, row, string, variants } from '../checks.js';
import { member } from './shapes.js';

const removalOutcome = variants('status', {
  removed: object({ status: oneOf('removed'), memberId: string, revokedInvitations: number }),
  not_found: object({ status: oneOf('not_found'), memberId: string }),
  refused: object({
    status: oneOf('refused'),
    memberId: string,
    reason: oneOf('above_own_role', 'owners_only', 'last_owner', 'self_removal'),
  }),
});

export { read } from '../checks.js';

export const rows = {
  'members.update': row('PATCH', '/workspaces/:workspaceId/members/:memberId', member),
  'members.remove': row('POST', '/workspaces/:workspaceId/members/remove', object({ outcomes: array(removalOutcome) })),
  'members.leave': row('POST', '/workspaces/:workspaceId/leave', object({})),
  'members.transferOwnership': row('POST', '/workspaces/:workspaceId/transfer-ownership', object({})),
};
