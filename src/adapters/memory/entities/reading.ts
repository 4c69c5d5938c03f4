import { MAX_ENTITY_COUNT, compareText, toSearchKey } from '../../../contract/index.js';
import type { EntityCount } from '../../../contract/index.js';
import { cutPage } from '../pages.js';
import type { WorkspaceRecord } from '../records.js';
import { notFound } from '../session.js';
import type { Handler, Session } from '../session.js';
import type { Store } from '../store.js';
import type { EntityRecord, KindRecord } from './book.js';
import { kindOf, toEntity, wrongField } from './showing.js';

/** @throws GuildhallError `validation` where a kind that follows a parent is asked for without one, or another with one */
function checkParent({ kind, parent }: KindRecord, parentId: string | undefined): void {
  if ((parent === null) === (parentId === undefined)) return;
  const message =
    parent === null ? `is not for ${kind}, which follows nothing` : `is needed: ${kind} follows ${parent}`;
  throw wrongField('parentId', message);
}

/** Whose children are listed: they are nobody's where it is not in the workspace. */
function checkParentIsIn({ entities }: Store, { parent }: KindRecord, parentId: string, workspaceId: string): void {
  const found = parent === null ? undefined : entities.find(parent, parentId);
  if (!found || !entities.isIn(found, workspaceId)) throw notFound('entity');
}

export const listEntities: Handler<'entities.list'> = (session, input) => {
  const { workspaceId, parentId, creatorId } = input;
  const { store } = session;
  session.user();
  // Kinds are the app's, whatever the workspace: what is no kind says so to all.
  const kind = kindOf(store, input.kind);
  checkParent(kind, parentId);
  const { workspace } = session.enter('entities.list', workspaceId);
  session.checkSearch(input.search);
  if (parentId !== undefined) checkParentIsIn(store, kind, parentId, workspaceId);
  const sought = input.search?.trim().toLowerCase() ?? '';
  const matches = (record: EntityRecord) =>
    (parentId === undefined ? record.workspaceIds.includes(workspaceId) : record.parentId === parentId) &&
    (creatorId === undefined || record.creatorId === creatorId) &&
    record.title.toLowerCase().includes(sought);
  return cutPage('entities.list', input, {
    rows: store.entities.inOrder(kind.kind).filter(matches),
    positionOf: ({ updatedAt, id }) => [updatedAt, id],
    descending: true,
    seq: workspace.seq,
    // How many there are is what `entities.counts` says, and where it stops.
    countTotal: false,
    toItem: (record) => toEntity(store, record),
  });
};

function countOf({ entities }: Store, { kind, canBePublic }: KindRecord, workspaceId: string): EntityCount {
  const found = entities.inOrder(kind).filter(({ workspaceIds }) => workspaceIds.includes(workspaceId)).length;
  return { kind, count: Math.min(found, MAX_ENTITY_COUNT), isMore: found > MAX_ENTITY_COUNT, canBePublic };
}

/** What a workspace holds, also for those who are invited to it. */
export function contentsOf(store: Store, workspaceId: string): EntityCount[] {
  const counted = [...store.entities.kinds.values()].filter(({ parent }) => parent === null);
  return counted.map((kind) => countOf(store, kind, workspaceId));
}

export const countEntities: Handler<'entities.counts'> = (session, { workspaceId }) => {
  const { workspace } = session.enter('entities.counts', workspaceId);
  return { counts: contentsOf(session.store, workspaceId), seq: workspace.seq };
};

/** The viewer's workspace that holds an entity, the first by name. */
function holderOf({ store, actor }: Session, record: EntityRecord): WorkspaceRecord | undefined {
  if (!actor) return undefined;
  const keyOf = ({ name }: WorkspaceRecord) => toSearchKey(name);
  return (store.entities.rootOf(record)?.workspaceIds ?? [])
    .flatMap((id) => store.workspaces.get(id) ?? [])
    .filter(({ members }) => members.byUser(actor.id))
    .toSorted((a, b) => compareText(keyOf(a), keyOf(b)) || compareText(a.id, b.id))[0];
}

export const getEntity: Handler<'entities.get'> = (session, input) => {
  const { store } = session;
  const { kind } = kindOf(store, input.kind);
  const record = store.entities.find(kind, input.entityId);
  const holder = record && holderOf(session, record);
  if (!record || (!holder && !store.entities.isPublic(record))) throw notFound('entity');
  const entity = toEntity(store, record);
  // Who is known inside is nothing to those outside.
  return holder ? { entity, workspaceId: holder.id } : { entity: { ...entity, creator: null }, workspaceId: null };
};
