import { normaliseEmail, toSearchKey } from 'guildhall/contract';
import type { Invitation, ReceivedInvitation } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Context, Service } from '../context.js';
import { readPage } from '../db/list.js';
import type { ListSource } from '../db/list.js';
import { asText, countsOf, iso, personOrNullJson } from '../db/sql.js';
import { contentsOf } from '../entities/counts.js';
import { LIST_SCOPE, checkScope } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';
import { invitationJoins, invitationJson } from './rows.js';

const SENT: ListSource = {
  name: 'invitations_list',
  scope: LIST_SCOPE,
  scopeColumns: ['role', 'billingContact'],
  from: 'guildhall.invitations i',
  where: `i.workspace_id = $1 and i.status = 'pending' and ($3::text is null or i.role = $3) and strpos(i.search_key, $4) > 0`,
  columns: 'i.id, i.email, i.role, i.invited_by, i.created_at, i.sent_at, i.expires_at, i.generation',
  item: `(select ${invitationJson('page')} from (select 1) one ${invitationJoins('page')})`,
  key: { sql: 'i.created_at', type: 'timestamptz', text: iso('i.created_at') },
  id: 'i.id',
  descending: true,
  parameters: 4,
};

const checkSent = checkScope('invitations.list');

/** The unanswered invitations of a workspace, newest first. */
export const listInvitations: Service<'invitations.list'> =
  ({ database: executor, cursors }) =>
  (actor, input) => {
    const { workspaceId, role = null, search = '' } = input;
    const parameters = [workspaceId, signedIn(actor).userId, role, asText(toSearchKey(search))];
    const request = { executor, cursors, operation: 'invitations.list', input, parameters, check: checkSent };
    return readPage<Invitation, ScopeRow>(SENT, request, (invitation: Invitation) => invitation);
  };

interface ReceivedFacts extends Omit<ReceivedInvitation, 'workspace' | 'contents'> {
  readonly workspaceId: string;
  readonly workspace: { name: string; imageKey: string | null; memberCount: number };
}

const RECEIVED: ListSource = {
  name: 'invitations_mine',
  scope: 'select coalesce((select seq from guildhall.users where id = $1), 0) as seq',
  scopeColumns: [],
  from: 'guildhall.invitations i join guildhall.workspaces w on w.id = i.workspace_id and w.deleted_at is null',
  where: `i.email = $2::text and i.status = 'pending' and i.expires_at > $3::timestamptz`,
  columns: 'i.id, i.role, i.invited_by, i.expires_at, i.workspace_id, w.name as workspace_name, w.image_key',
  item: `(select json_build_object('id', page.id, 'role', page.role, 'workspace', json_build_object('name', page.workspace_name,
      'imageKey', page.image_key, 'memberCount', counts.members), 'invitedBy', ${personOrNullJson('s')},
      'expiresAt', ${iso('page.expires_at')}, 'workspaceId', page.workspace_id)
    from (select 1) one left join guildhall.users s on s.id = page.invited_by ${countsOf('page.workspace_id')})`,
  key: { sql: 'i.created_at', type: 'timestamptz', text: iso('i.created_at') },
  id: 'i.id',
  descending: true,
  parameters: 3,
};

/** The live invitations for the viewer's own address; none while it is not verified. */
export const listMyInvitations: Service<'invitations.mine'> = (context) => (actor, input) => {
  const { userId, email, emailVerified } = signedIn(actor);
  const { database: executor, cursors, clock } = context;
  const parameters = [userId, emailVerified ? asText(normaliseEmail(email)) : null, clock()];
  const request = { executor, cursors, operation: 'invitations.mine', input, parameters, check: () => undefined };
  return readPage<ReceivedFacts, object>(RECEIVED, request, (facts: ReceivedFacts) => facts).then(async (page) => ({
    ...page,
    items: await Promise.all(page.items.map((facts) => toReceived(context, facts))),
  }));
};

/** Says what they will see there, too. Few are invited to more than one workspace at a time. */
async function toReceived(context: Context, facts: ReceivedFacts): Promise<ReceivedInvitation> {
  const { workspace, workspaceId, ...rest } = facts;
  const { name, imageKey, memberCount } = workspace;
  return {
    ...rest,
    workspace: { name, imageUrl: imageKey === null ? null : context.imageUrl(imageKey), memberCount },
    contents: await contentsOf(context.registry, context.database, workspaceId),
  };
}
