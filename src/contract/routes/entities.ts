import * as z from 'zod/mini';
import { id } from '../entities.js';
import { pageInput, pageOf } from '../pagination.js';
import { entity, entityCount, entityKind, sharing } from '../shared.js';
import { route } from './route.js';

export const entityRoutes = {
  'entities.list': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/entities',
    access: 'member',
    summary: 'What a workspace holds of one kind, latest change first, whoever made it. Unknown kinds: validation.',
    input: z.strictObject({
      workspaceId: id,
      kind: entityKind,
      /** For a kind that follows a parent, and for no other: the id of the parent. */
      parentId: z.optional(id),
      /** Found in the title, without regard to case. */
      search: z.optional(z.string().check(z.maxLength(200))),
      /** Those alone that this person made. */
      creatorId: z.optional(id),
      ...pageInput,
    }),
    output: pageOf(entity),
  }),
  'entities.counts': route({
    method: 'GET',
    path: '/workspaces/:workspaceId/entities/counts',
    access: 'member',
    summary:
      'How much a workspace holds, by kind, in the order of the host. Kinds that follow a parent are not counted.',
    input: z.strictObject({ workspaceId: id }),
    output: z.object({ counts: z.array(entityCount), seq: z.number() }),
  }),
  'entities.get': route({
    method: 'GET',
    path: '/entities/:kind/:entityId',
    access: 'public',
    summary: 'One entity, for the members of its workspaces; a public one for everybody. Others: not_found.',
    input: z.strictObject({ kind: entityKind, entityId: id }),
    output: z.object({
      entity,
      /** The viewer’s workspace that holds it; null for who sees it since it is public. Of several, the first by name. */
      workspaceId: z.nullable(id),
    }),
  }),
  'entities.setSharing': route({
    method: 'PATCH',
    path: '/workspaces/:workspaceId/entities/:kind/:entityId',
    access: 'member',
    summary:
      'Opens an entity to everybody, or to its workspaces alone. Forbidden for all but its creator, admins and owners.',
    input: z.strictObject({ workspaceId: id, kind: entityKind, entityId: id, sharing }),
    output: entity,
  }),
};
