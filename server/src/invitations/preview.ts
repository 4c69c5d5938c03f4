import { isExpired, maskEmail, normaliseEmail } from 'guildhall/contract';
import type { InvitationPreview, Role } from 'guildhall/contract';
import { notFound } from '../context.js';
import type { Service } from '../context.js';
import { statement } from '../db/database.js';
import { iso } from '../db/sql.js';
import { contentsOf } from '../entities/counts.js';
import type { InvitationStatus } from './rows.js';

interface PreviewRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly status: InvitationStatus;
  readonly generation: number;
  readonly expiresAt: string;
  readonly workspaceName: string;
  readonly imageKey: string | null;
  readonly inviterName: string | null;
  /** The workspace, whoever asks. */
  readonly holds: string;
  /** The workspace, where whoever asks is in it. */
  readonly workspaceId: string | null;
}

const FIND = statement<PreviewRow>(
  'invitations_preview',
  `select i.id, i.email, i.role, i.status, i.generation, ${iso('i.expires_at')} as "expiresAt", w.name as "workspaceName",
          w.image_key as "imageKey", s.name as "inviterName", v.workspace_id as "workspaceId", w.id as holds
     from guildhall.invitations i
     join guildhall.workspaces w on w.id = i.workspace_id and w.deleted_at is null
     left join guildhall.users s on s.id = i.invited_by
     left join guildhall.members v on v.workspace_id = w.id and v.user_id = $2::text
    where i.id = $1`,
);

type State = Extract<InvitationPreview, { audience: 'addressee' }>['state'];

function stateOf(row: PreviewRow, generation: number, now: number): State {
  if (row.status !== 'pending') return row.status;
  if (generation !== row.generation) return 'replaced';
  return isExpired(row, now) ? 'expired' : 'pending';
}

/** The same statement is asked for every token, a made-up one too, so that the time it takes tells nothing. */
export const previewInvitation: Service<'invitations.preview'> =
  (context) =>
  async (actor, { token }) => {
    const content = context.tokens.read(token);
    const [row] = await context.database.query(FIND, [content?.invitationId ?? '', actor?.userId ?? null]);
    if (!content || !row) throw notFound('invitation');
    const { email, role, expiresAt, imageKey, workspaceName, inviterName, workspaceId } = row;
    const facts = {
      invitationId: row.id,
      workspace: { name: workspaceName, imageUrl: imageKey === null ? null : context.imageUrl(imageKey) },
      invitedBy: inviterName === null ? null : { name: inviterName },
      role,
      expiresAt,
    };
    const state = stateOf(row, content.generation, context.clock().getTime());
    const isTheirs = actor !== null && normaliseEmail(actor.email) === email;
    if (isTheirs && actor.emailVerified) {
      const contents = state === 'pending' ? await contentsOf(context.registry, context.database, row.holds) : [];
      return { audience: 'addressee', ...facts, email, state, workspaceId, contents };
    }
    if (state !== 'pending') throw notFound('invitation');
    if (isTheirs) return { audience: 'unverified', ...facts, email };
    return { audience: actor ? 'stranger' : 'signed_out', ...facts, email: maskEmail(email) };
  };
