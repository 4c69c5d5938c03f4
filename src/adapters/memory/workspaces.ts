import { GuildhallError, compareText, refuse, refuseDeletion, toSearchKey } from '../../contract/index.js';
import type { ParsedInputOf } from '../../contract/index.js';
import { emptyAccount } from './billing/account.js';
import { cutPage } from './pages.js';
import { MemberBook } from './records.js';
import type { UserRecord, WorkspaceRecord } from './records.js';
import type { Handler, Scope } from './session.js';
import { settleInvitation } from './settling.js';
import { toWorkspace } from './wire.js';

/** One's own home first, then by name. */
const orderKey = (workspace: WorkspaceRecord, viewer: UserRecord) =>
  `${workspace.homeOf === viewer.id ? 0 : 1}${toSearchKey(workspace.name)}`;

export const listWorkspaces: Handler<'workspaces.list'> = (session, input) => {
  const user = session.user();
  session.checkSearch(input.search);
  const sought = toSearchKey(input.search ?? '');
  const rows = [...session.store.workspaces.values()]
    .flatMap((workspace) => {
      const me = workspace.members.byUser(user.id);
      return me && toSearchKey(workspace.name).includes(sought)
        ? [{ workspace, me, key: orderKey(workspace, user) }]
        : [];
    })
    .toSorted((a, b) => compareText(a.key, b.key) || compareText(a.workspace.id, b.workspace.id));
  return cutPage('workspaces.list', input, {
    rows,
    positionOf: ({ key, workspace }) => [key, workspace.id],
    seq: user.seq,
    countTotal: session.supports.totalCount,
    toItem: ({ workspace, me }) => toWorkspace(workspace, me),
  });
};

export const getWorkspace: Handler<'workspaces.get'> = (session, { workspaceId }) => {
  const { workspace, me } = session.enter('workspaces.get', workspaceId);
  return toWorkspace(workspace, me);
};

export const createWorkspace: Handler<'workspaces.create'> = (session, { name }) => {
  const user = session.user();
  const { store } = session;
  const workspace: WorkspaceRecord = {
    id: store.nextId('ws'),
    homeOf: null,
    memberLimit: null,
    createdAt: store.timestamp(),
    name,
    imageUrl: null,
    seq: 0,
    activity: [],
    invitations: new Map(),
    members: new MemberBook(),
    account: store.shop && emptyAccount(store.shop),
  };
  const me = {
    id: store.nextId('mem'),
    user,
    joinedAt: store.timestamp(),
    role: 'owner' as const,
    billingContact: false,
  };
  workspace.members.add(me);
  store.workspaces.set(workspace.id, workspace);
  store.record(workspace, user, 'workspace.created', { name });
  store.emitMembership(user, workspace, 'added');
  return toWorkspace(workspace, me);
};

export const updateWorkspace: Handler<'workspaces.update'> = (session, { workspaceId, name }) => {
  const { user, workspace, me } = session.enter('workspaces.update', workspaceId);
  const from = workspace.name;
  if (name !== from) {
    workspace.name = name;
    session.store.emit(workspace, { topic: 'workspace', type: 'updated' });
    session.store.record(workspace, user, 'workspace.renamed', { from, to: name });
  }
  return toWorkspace(workspace, me);
};

export const deleteWorkspace: Handler<'workspaces.delete'> = (session, { workspaceId }) => {
  const { workspace, me } = session.enter('workspaces.delete', workspaceId);
  const { store } = session;
  refuse(refuseDeletion(me, { isHome: workspace.homeOf !== null }));
  for (const invitation of workspace.invitations.values()) {
    if (invitation.status === 'pending') settleInvitation(store, invitation, 'revoked');
    store.invitations.delete(invitation.id);
  }
  store.emit(workspace, { topic: 'workspace', type: 'deleted' });
  store.workspaces.delete(workspace.id);
  store.hub.close(workspace);
  for (const member of workspace.members.all()) store.emitMembership(member.user, workspace, 'removed');
  return {};
};

/** How the bytes of each kind begin, in hexadecimal; a dot stands for any digit. */
const SIGNATURES: Record<ParsedInputOf<'workspaces.setImage'>['image']['contentType'], RegExp> = {
  'image/png': /^89504e470d0a1a0a/,
  'image/jpeg': /^ffd8ff/,
  'image/webp': /^52494646.{8}57454250/,
};

/** The first bytes of a picture, enough to tell what it is. */
function headOf(base64: string): string {
  return Array.from(atob(base64.slice(0, 32)), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function setImage(
  session: Parameters<Handler<'workspaces.get'>>[0],
  { user, workspace, me }: Scope,
  imageUrl: string | null,
) {
  if (workspace.imageUrl !== imageUrl) {
    workspace.imageUrl = imageUrl;
    session.store.emit(workspace, { topic: 'workspace', type: 'updated' });
    session.store.record(workspace, user, 'workspace.image_changed', {});
  }
  return toWorkspace(workspace, me);
}

export const setWorkspaceImage: Handler<'workspaces.setImage'> = (session, { workspaceId, image }) => {
  const scope = session.enter('workspaces.setImage', workspaceId);
  if (!SIGNATURES[image.contentType].test(headOf(image.data))) {
    const fields = [{ path: 'image.data', message: `does not hold a picture of type ${image.contentType}` }];
    throw new GuildhallError('validation', { message: 'The picture cannot be read.', details: { fields } });
  }
  return setImage(session, scope, `data:${image.contentType};base64,${image.data}`);
};

export const removeWorkspaceImage: Handler<'workspaces.removeImage'> = (session, { workspaceId }) =>
  setImage(session, session.enter('workspaces.removeImage', workspaceId), null);
