import * as z from 'zod/mini';
import { id, role, timestamp, workspace } from '../entities.js';
import { invitation, invitationOutcome, invitationPreview, receivedInvitation } from '../invitations.js';
import { MAX_INVITATIONS } from '../limits.js';
import { pageInput, pageOf } from '../pagination.js';
import { route } from './route.js';

const one = z.strictObject({ workspaceId: id, invitationId: id });

export const invitationRoutes = {
  'invitations.list': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/invitations',
    access: 'members:invite',
    summary: "A workspace's unanswered invitations, expired ones too, newest first.",
    input: z.strictObject({
      workspaceId: id,
      search: z.optional(z.string().check(z.maxLength(200))),
      role: z.optional(role),
      ...pageInput,
    }),
    output: pageOf(invitation),
  }),
  'invitations.create': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/invitations',
    access: 'members:invite',
    summary: 'Invites people by e-mail; an outcome for each, so that a bad address never blocks a good one.',
    input: z.strictObject({
      workspaceId: id,
      invitations: z
        .array(z.strictObject({ email: z.string().check(z.maxLength(320)), role }))
        .check(z.minLength(1), z.maxLength(MAX_INVITATIONS)),
    }),
    output: z.object({ outcomes: z.array(invitationOutcome) }),
  }),
  'invitations.update': route({
    method: 'PATCH',
    path: '/workspaces/:workspaceId/invitations/:invitationId',
    access: 'members:invite',
    summary: 'Changes the role that an unanswered invitation will give.',
    input: z.strictObject({ workspaceId: id, invitationId: id, role }),
    output: invitation,
  }),
  'invitations.resend': route({
    method: 'POST',
    path: '/workspaces/:workspaceId/invitations/:invitationId/resend',
    access: 'members:invite',
    summary: 'Sends the mail again with a new link and seven more days; the link before stops working.',
    input: one,
    output: invitation,
  }),
  'invitations.revoke': route({
    method: 'DELETE',
    path: '/workspaces/:workspaceId/invitations/:invitationId',
    access: 'members:invite',
    summary: 'Takes an unanswered invitation back.',
    input: one,
    output: z.object({}),
  }),
  'invitations.link': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/invitations/:invitationId/link',
    access: 'members:invite',
    summary: 'The link of an unanswered invitation, to hand over by other means.',
    input: one,
    output: z.object({ url: z.string(), expiresAt: timestamp }),
  }),
  'invitations.mine': route({
    method: 'GET',
    path: '/invitations',
    access: 'signed_in',
    summary: "The live invitations for the viewer's verified address, newest first.",
    input: z.strictObject({ ...pageInput }),
    output: pageOf(receivedInvitation),
  }),
  'invitations.accept': route({
    method: 'POST',
    path: '/invitations/:invitationId/accept',
    access: 'addressee',
    summary: 'Joins the workspace. Conflict: invitation_expired, _revoked, _declined, _accepted. Or limit_exceeded.',
    input: z.strictObject({ invitationId: id }),
    output: workspace,
  }),
  'invitations.decline': route({
    method: 'POST',
    path: '/invitations/:invitationId/decline',
    access: 'addressee',
    summary: 'Answers no.',
    input: z.strictObject({ invitationId: id }),
    output: z.object({}),
  }),
  'invitations.preview': route({
    method: 'POST',
    path: '/invitations/preview',
    access: 'public',
    summary: 'What an invitation link is about, by who asks.',
    input: z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(500)) }),
    output: invitationPreview,
  }),
};
