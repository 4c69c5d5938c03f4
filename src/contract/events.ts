import * as z from 'zod/mini';
import { id, member } from './entities.js';
import { entity, entityKind } from './shared.js';

/** Where an event stands in the log of its workspace (or, for `viewer`, of the person). No gaps. */
const seq = z.number();

const inWorkspace = { seq, workspaceId: id };

/**
 * What a stream brings. A stream belongs to one person and carries their own topic (`viewer`) and
 * those topics of one workspace that they may see.
 *
 * - `viewer`: my memberships and the invitations for me; refetch what lists them.
 * - `workspace`: its name, picture or limit changed, or it is gone; refetch it.
 * - `members`: a row as the list would show it, or the id of one that left.
 * - `entities`: what the workspace holds. `changed` brings the row as the list would show it, whether it is new here,
 *   was changed, or something below it was; `removed` the id of one that is gone from here. `bulk` says that much of a kind
 *   changed at once: refetch it.
 * - `invitations` (needs `members:invite`), `activity` (needs `activity:read`): refetch the list.
 * - `billing` (needs `billing:manage`): refetch the account and its invoices.
 * - `stream`: about the stream itself. `ready` follows everything that was missed, once for each workspace that the stream
 *   follows (with null where it follows none), and says where the logs stand: an answer with a lower `seq` was read before the stream began, and is out of date; `reset` says that
 *   the log no longer reaches back to where the client was, so all that is on screen is to be
 *   refetched; `closed` says that this workspace is not, or no longer, open to the viewer.
 */
export const guildhallEvent = z.union([
  z.object({
    topic: z.literal('viewer'),
    seq,
    type: z.literal('membership'),
    change: z.enum(['added', 'updated', 'removed']),
    workspaceId: id,
  }),
  z.object({ topic: z.literal('viewer'), seq, type: z.literal('invitation'), invitationId: id }),
  z.object({ topic: z.literal('workspace'), ...inWorkspace, type: z.enum(['updated', 'deleted']) }),
  z.object({ topic: z.literal('members'), ...inWorkspace, type: z.enum(['added', 'updated']), member }),
  z.object({ topic: z.literal('members'), ...inWorkspace, type: z.literal('removed'), memberId: id }),
  z.object({ topic: z.literal('invitations'), ...inWorkspace, type: z.literal('changed'), invitationId: id }),
  z.object({ topic: z.literal('entities'), ...inWorkspace, type: z.literal('changed'), entity }),
  z.object({
    topic: z.literal('entities'),
    ...inWorkspace,
    type: z.literal('removed'),
    kind: entityKind,
    entityId: id,
  }),
  z.object({ topic: z.literal('entities'), ...inWorkspace, type: z.literal('bulk'), kind: entityKind }),
  z.object({ topic: z.literal('billing'), ...inWorkspace, type: z.literal('changed') }),
  z.object({ topic: z.literal('activity'), ...inWorkspace, type: z.literal('added'), activityId: id }),
  z.object({
    topic: z.literal('stream'),
    type: z.literal('ready'),
    viewer: seq,
    workspace: z.nullable(z.object({ id, seq })),
  }),
  z.object({ topic: z.literal('stream'), type: z.literal('reset') }),
  z.object({ topic: z.literal('stream'), type: z.literal('closed'), workspaceId: id }),
]);
/** What a stream brings. See {@link guildhallEvent}. */
export type GuildhallEvent = z.infer<typeof guildhallEvent>;
/** The topics of a workspace's log. */
export type WorkspaceTopic = 'workspace' | 'members' | 'entities' | 'invitations' | 'billing' | 'activity';

/** How a stream is doing: `connecting` also while it waits to try again. */
export type StreamStatus = 'connecting' | 'open' | 'offline';
