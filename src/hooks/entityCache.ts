import type { Query, QueryClient } from '@tanstack/react-query';
import { MAX_ENTITY_COUNT } from '../contract/index.js';
import type { Entity, EntityCreator, GuildhallAdapter, OutputOf } from '../contract/index.js';
import { show } from './cache.js';
import { changeList } from './entityLists.js';
import type { EntityChange, EntityFilters } from './entityLists.js';
import { keys } from './keys.js';
import type { Pages } from './useGuildhallQuery.js';

/** A cached list of entities, and what it was asked for with. */
interface CachedList {
  readonly query: Query;
  readonly filters: EntityFilters;
  readonly data: Pages<Entity>;
}

/** What shall be asked for again, by its key. */
type Refetch = (queryKey: Query['queryKey']) => void;

/** Every list of entities of a workspace that has been answered. */
export function entityLists(client: QueryClient, adapter: GuildhallAdapter, workspaceId: string): CachedList[] {
  const queryKey = keys.within(adapter, 'entities.list', workspaceId);
  return client
    .getQueryCache()
    .findAll({ queryKey })
    .flatMap((query) => {
      const data = query.state.data as Pages<Entity> | undefined;
      return data === undefined ? [] : [{ query, data, filters: query.queryKey[4] as EntityFilters }];
    });
}

/** Puts what became of an entity into every list of its kind. What cannot be told here is asked for again. */
export function changeEntity(lists: readonly CachedList[], kind: string, change: EntityChange, refetch: Refetch): void {
  for (const { query, filters, data } of lists) {
    const isOfParent = filters.parentId === change.id;
    if (filters.kind !== kind && !isOfParent) continue;
    const { data: changed, isCertain } =
      filters.parentId === undefined ? changeList(data, filters, change) : { data, isCertain: false };
    show(query, changed);
    if (!isCertain) refetch(query.queryKey);
  }
}

/** Says who sees an entity wherever it is shown, whatever is newer: a press shows at once. */
export function patchSharing(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  entity: Pick<Entity, 'kind' | 'id' | 'sharing'>,
): void {
  const { kind, id, sharing } = entity;
  mapRows(entityLists(client, adapter, workspaceId), (row) =>
    row.kind === kind && row.id === id ? { ...row, sharing } : row,
  );
  patchAnswer(client, adapter, entity);
}

/** Changes some fields of an entity in the answer about it alone. */
export function patchAnswer(
  client: QueryClient,
  adapter: GuildhallAdapter,
  { kind, id, ...patch }: Partial<Entity> & Pick<Entity, 'kind' | 'id'>,
): void {
  const queryKey = keys.query(adapter, 'entities.get', { kind, entityId: id });
  for (const query of client.getQueryCache().findAll({ queryKey, exact: true })) {
    const data = query.state.data as OutputOf<'entities.get'> | undefined;
    if (data) show(query, { ...data, entity: { ...data.entity, ...patch } });
  }
}

/** A person is called otherwise, or looks otherwise: on everything that they have made. */
export function patchCreator(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  { userId, name, imageUrl }: EntityCreator,
): void {
  mapRows(entityLists(client, adapter, workspaceId), (row) => {
    const { creator } = row;
    if (creator?.userId !== userId || (creator.name === name && creator.imageUrl === imageUrl)) return row;
    return { ...row, creator: { userId, name, imageUrl } };
  });
}

function mapRows(lists: readonly CachedList[], change: (row: Entity) => Entity): void {
  for (const { query, data } of lists) {
    const pages = data.pages.map((page) => {
      const items = page.items.map(change);
      return items.some((item, index) => item !== page.items[index]) ? { ...page, items } : page;
    });
    if (pages.some((page, index) => page !== data.pages[index])) show(query, { ...data, pages });
  }
}

/** The row of an entity as some list, or an answer about it alone, has it. */
export function cachedEntity(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  kind: string,
  id: string,
): Entity | undefined {
  for (const { data } of entityLists(client, adapter, workspaceId)) {
    for (const page of data.pages) {
      const row = page.items.find((item) => item.kind === kind && item.id === id);
      if (row !== undefined) return row;
    }
  }
  const key = keys.query(adapter, 'entities.get', { kind, entityId: id });
  return client.getQueryData<OutputOf<'entities.get'>>(key)?.entity;
}

/**
 * How many more there are of a kind by a change, as far as the lists before it tell: whether it was there, or everything
 * is loaded and it was not. Null where they do not tell.
 */
export function addedBy(lists: readonly CachedList[], kind: string, { id, entity, seq }: EntityChange): number | null {
  let isAllLoaded = false;
  for (const { filters, data } of lists) {
    if (filters.kind !== kind || filters.parentId !== undefined) continue;
    const known = data.pages.filter((page) => page.seq < seq);
    if (known.some((page) => page.items.some((item) => item.id === id))) return entity === null ? -1 : 0;
    const isEverything = filters.search === undefined && filters.creatorId === undefined;
    isAllLoaded ||= isEverything && known.length === data.pages.length && data.pages.at(-1)?.nextCursor === null;
  }
  return isAllLoaded ? Number(entity !== null) : null;
}

/** Counts one more or less of a kind where that is certain. False where it has to be asked for. */
export function count(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  kind: string,
  added: number | null,
  seq: number,
): boolean {
  const queryKey = keys.query(adapter, 'entities.counts', { workspaceId });
  const query = client.getQueryCache().find({ queryKey });
  const data = query?.state.data as OutputOf<'entities.counts'> | undefined;
  if (query === undefined || data === undefined || data.seq >= seq || added === 0) return true;
  const index = data.counts.findIndex((one) => one.kind === kind);
  const before = data.counts[index];
  // From a number that is not the whole nothing can be taken, and unknown kinds are news.
  if (before === undefined || before.count === null || added === null) return false;
  if (before.isMore) return added === 1;
  const after = before.count + added;
  if (after < 0 || after > MAX_ENTITY_COUNT) return false;
  show(query, { ...data, counts: data.counts.with(index, { ...before, count: after }) });
  return true;
}
