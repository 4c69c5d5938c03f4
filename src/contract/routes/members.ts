import * as z from 'zod/mini';
import { id, member, permission, removalOutcome, role } from '../entities.js';
import { MAX_BULK, MEMBER_SORTS } from '../limits.js';
import { pageInput, pageOf } from '../pagination.js';
import { route } from './route.js';

export const memberRoutes = {
  'members.list': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/members',
    access: 'member',
    summary: "A workspace's members.",
    input: z.strictObject({
      workspaceId: id,
      /** Found in name or address, without regard to case and accents. */
      search: z.optional(z.string().check(z.maxLength(200))),
      role: z.optional(role),
      /** Those alone who have this permission: whom to ask, say. */
      permission: z.optional(permission),
      /** @default 'joinedAt' */
      sort: z.optional(z.enum(MEMBER_SORTS)),
      ...pageInput,
    }),
    output: pageOf(member),
  }),
  'members.update': route({
    method: 'PATCH',
    path: '/workspaces/:workspaceId/members/:memberId',
    access: 'members:manage',
    summary: "Changes a member's role, or whether they are a billing contact. Conflict: last_owner.",
    input: z.strictObject({
      workspaceId: id,
      memberId: id,
      role: z.optional(role),
      billingContact: z.optional(z.boolean()),
    }),
    output: member,
  }),
  'members.remove': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/members/remove',
    access: 'members:manage',
    summary: 'Removes members and revokes the invitations they sent; an outcome for each.',
    input: z.strictObject({
      workspaceId: id,
      memberIds: z.array(id).check(z.minLength(1), z.maxLength(MAX_BULK)),
    }),
    output: z.object({ outcomes: z.array(removalOutcome) }),
  }),
  'members.leave': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/leave',
    access: 'member',
    summary: 'Ends the viewer’s own membership. Conflict: last_owner.',
    input: z.strictObject({ workspaceId: id }),
    output: z.object({}),
  }),
  'members.transferOwnership': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/transfer-ownership',
    access: 'workspace:transfer',
    summary: 'Makes a member an owner and the viewer an admin.',
    input: z.strictObject({ workspaceId: id, memberId: id }),
    output: z.object({}),
  }),
};
