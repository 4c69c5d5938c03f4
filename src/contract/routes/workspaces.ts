import * as z from 'zod/mini';
import { displayName, id, workspace } from '../entities.js';
import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '../limits.js';
import { pageInput, pageOf } from '../pagination.js';
import { route } from './route.js';

const image = z.strictObject({
  contentType: z.enum(IMAGE_TYPES),
  /** The picture's bytes in base64 (RFC 4648 §4). */
  data: z.base64().check(z.minLength(4), z.maxLength(Math.ceil(MAX_IMAGE_BYTES / 3) * 4)),
});

export const workspaceRoutes = {
  'workspaces.list': route({
    method: 'GET',
    path: '/workspaces',
    access: 'signed_in',
    summary: "The viewer's workspaces: home first, then by name.",
    input: z.strictObject({ search: z.optional(z.string().check(z.maxLength(200))), ...pageInput }),
    output: pageOf(workspace),
  }),
  'workspaces.create': route({
    method: 'POST',
    path: '/workspaces',
    access: 'signed_in',
    summary: 'Makes a workspace that the viewer owns.',
    input: z.strictObject({ name: displayName }),
    output: workspace,
  }),
  'workspaces.get': route({
    method: 'GET',
    path: '/workspaces/:workspaceId',
    access: 'member',
    summary: 'One workspace, and what the viewer may do there.',
    input: z.strictObject({ workspaceId: id }),
    output: workspace,
  }),
  'workspaces.update': route({
    method: 'PATCH',
    path: '/workspaces/:workspaceId',
    access: 'workspace:update',
    summary: 'Renames a workspace.',
    input: z.strictObject({ workspaceId: id, name: displayName }),
    output: workspace,
  }),
  'workspaces.delete': route({
    method: 'DELETE',
    path: '/workspaces/:workspaceId',
    access: 'workspace:delete',
    summary: 'Deletes a workspace for everybody in it. Conflict: home_workspace.',
    input: z.strictObject({ workspaceId: id }),
    output: z.object({}),
  }),
  'workspaces.setImage': route({
    method: 'PUT',
    path: '/workspaces/:workspaceId/image',
    access: 'workspace:update',
    summary: "Sets a workspace's picture; the server crops it to a square and encodes it anew.",
    input: z.strictObject({ workspaceId: id, image }),
    output: workspace,
  }),
  'workspaces.removeImage': route({
    method: 'DELETE',
    path: '/workspaces/:workspaceId/image',
    access: 'workspace:update',
    summary: "Removes a workspace's picture.",
    input: z.strictObject({ workspaceId: id }),
    output: workspace,
  }),
};
