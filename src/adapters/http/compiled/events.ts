// Made from the routes table by `npm run generate`: change the contract, not this file.
import { anyOf, nullable, number, object, oneOf, string } from '../checks.js';
import { entity, member } from './shapes.js';

export const eventShape = anyOf(
  object({
    topic: oneOf('viewer'),
    seq: number,
    type: oneOf('membership'),
    change: oneOf('added', 'updated', 'removed'),
    workspaceId: string,
  }),
  object({ topic: oneOf('viewer'), seq: number, type: oneOf('invitation'), invitationId: string }),
  object({ topic: oneOf('workspace'), seq: number, workspaceId: string, type: oneOf('updated', 'deleted') }),
  object({ topic: oneOf('members'), seq: number, workspaceId: string, type: oneOf('added', 'updated'), member }),
  object({ topic: oneOf('members'), seq: number, workspaceId: string, type: oneOf('removed'), memberId: string }),
  object({
    topic: oneOf('invitations'),
    seq: number,
    workspaceId: string,
    type: oneOf('changed'),
    invitationId: string,
  }),
  object({ topic: oneOf('entities'), seq: number, workspaceId: string, type: oneOf('changed'), entity }),
  object({
    topic: oneOf('entities'),
    seq: number,
    workspaceId: string,
    type: oneOf('removed'),
    kind: string,
    entityId: string,
  }),
  object({ topic: oneOf('entities'), seq: number, workspaceId: string, type: oneOf('bulk'), kind: string }),
  object({ topic: oneOf('billing'), seq: number, workspaceId: string, type: oneOf('changed') }),
  object({ topic: oneOf('activity'), seq: number, workspaceId: string, type: oneOf('added'), activityId: string }),
  object({
    topic: oneOf('stream'),
    type: oneOf('ready'),
    viewer: number,
    workspace: nullable(object({ id: string, seq: number })),
  }),
  object({ topic: oneOf('stream'), type: oneOf('reset') }),
  object({ topic: oneOf('stream'), type: oneOf('closed'), workspaceId: string }),
);
