import { GuildhallError, refuse, refuseSharing } from '../../../contract/index.js';
import type { OperationName } from '../../../contract/index.js';
import { notFound } from '../session.js';
import type { Handler } from '../session.js';
import type { KindRecord } from './book.js';
import { countEntities, getEntity, listEntities } from './reading.js';
import { kindOf, toEntity, wrongField } from './showing.js';
import { writeEntity } from './writing.js';

/** @throws GuildhallError `validation` for a kind that follows a parent, `unsupported` for one that keeps no sharing */
function checkShareable({ kind, parent, canBePublic }: KindRecord): void {
  if (parent !== null) throw wrongField('kind', `follows its ${parent}, which says who sees it`);
  if (!canBePublic) throw new GuildhallError('unsupported', { message: `The host keeps no sharing of ${kind}.` });
}

const setSharing: Handler<'entities.setSharing'> = (session, { workspaceId, kind: name, entityId, sharing }) => {
  const { user, workspace, me } = session.enter('entities.setSharing', workspaceId);
  const { store } = session;
  const kind = kindOf(store, name);
  checkShareable(kind);
  const record = store.entities.find(name, entityId);
  if (!record || !store.entities.isIn(record, workspaceId)) throw notFound('entity');
  refuse(refuseSharing({ ...me, userId: user.id }, record.creatorId));
  const before = toEntity(store, record);
  if (before.sharing === sharing) return before;
  const changed = { ...record, sharing };
  writeEntity(store, changed);
  store.record(workspace, user, 'entity.sharing_changed', { kind: name, entityId, title: record.title, sharing });
  return toEntity(store, changed);
};

type EntityOperation = Extract<OperationName, `entities.${string}`>;

/** Every operation on what workspaces hold. */
export const entityHandlers: { readonly [N in EntityOperation]: Handler<N> } = {
  'entities.list': listEntities,
  'entities.counts': countEntities,
  'entities.get': getEntity,
  'entities.setSharing': setSharing,
};
