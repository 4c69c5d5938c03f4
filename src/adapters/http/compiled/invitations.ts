// Made from the routes table by `npm run generate`: change the contract, not this file.
import { array, nullable, number, object, oneOf, page, row, string, variants } from '../checks.js';
import { entityCount, invitation, person, role, workspace } from './shapes.js';

const invitationOutcome = variants('status', {
  invited: object({ status: oneOf('invited'), email: string, invitation }),
  already_member: object({ status: oneOf('already_member'), email: string }),
  already_invited: object({ status: oneOf('already_invited'), email: string, invitation }),
  duplicate: object({ status: oneOf('duplicate'), email: string }),
  invalid: object({ status: oneOf('invalid'), email: string }),
  above_own_role: object({ status: oneOf('above_own_role'), email: string }),
  limit_exceeded: object({ status: oneOf('limit_exceeded'), email: string, max: number, used: number }),
  rate_limited: object({ status: oneOf('rate_limited'), email: string, retryAfterMs: number }),
});
const receivedInvitation = object({
  id: string,
  role,
  workspace: object({ name: string, imageUrl: nullable(string), memberCount: number }),
  contents: array(entityCount),
  invitedBy: nullable(person),
  expiresAt: string,
});
const invitationPreview = variants('audience', {
  addressee: object({
    audience: oneOf('addressee'),
    invitationId: string,
    workspace: object({ name: string, imageUrl: nullable(string) }),
    invitedBy: nullable(object({ name: string })),
    role,
    expiresAt: string,
    email: string,
    state: oneOf('pending', 'accepted', 'declined', 'revoked', 'expired', 'replaced'),
    workspaceId: nullable(string),
    contents: array(entityCount),
  }),
  unverified: object({
    audience: oneOf('unverified'),
    invitationId: string,
    workspace: object({ name: string, imageUrl: nullable(string) }),
    invitedBy: nullable(object({ name: string })),
    role,
    expiresAt: string,
    email: string,
  }),
  stranger: object({
    audience: oneOf('stranger'),
    invitationId: string,
    workspace: object({ name: string, imageUrl: nullable(string) }),
    invitedBy: nullable(object({ name: string })),
    role,
    expiresAt: string,
    email: string,
  }),
  signed_out: object({
    audience: oneOf('signed_out'),
    invitationId: string,
    workspace: object({ name: string, imageUrl: nullable(string) }),
    invitedBy: nullable(object({ name: string })),
    role,
    expiresAt: string,
    email: string,
  }),
});

export { read } from '../checks.js';

export const rows = {
  'invitations.create': row(
    'POST',
    '/workspaces/:workspaceId/invitations',
    object({ outcomes: array(invitationOutcome) }),
  ),
  'invitations.update': row('PATCH', '/workspaces/:workspaceId/invitations/:invitationId', invitation),
  'invitations.resend': row('POST', '/workspaces/:workspaceId/invitations/:invitationId/resend', invitation),
  'invitations.revoke': row('DELETE', '/workspaces/:workspaceId/invitations/:invitationId', object({})),
  'invitations.link': row(
    'GET',
    '/workspaces/:workspaceId/invitations/:invitationId/link',
    object({ url: string, expiresAt: string }),
  ),
  'invitations.mine': row('GET', '/invitations', page(receivedInvitation)),
  'invitations.accept': row('POST', '/invitations/:invitationId/accept', workspace),
  'invitations.decline': row('POST', '/invitations/:invitationId/decline', object({})),
  'invitations.preview': row('POST', '/invitations/preview', invitationPreview, 'keyless'),
};
