import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { GuildhallError } from '../contract/index.js';
import type { GuildhallAdapter, Member, OperationName, Page, Workspace } from '../contract/index.js';
import { keys } from './keys.js';
import type { Pages } from './useGuildhallQuery.js';

/** Shows something else, and neither makes an answer younger than it is nor forgets that it is to be asked for again. */
export function show(query: Query, data: unknown): void {
  if (data === query.state.data) return;
  const { isInvalidated, dataUpdatedAt } = query.state;
  query.setData(data, { updatedAt: dataUpdatedAt, manual: true });
  if (isInvalidated) query.invalidate();
}

/** Changes what is cached under a key, of what has been answered. */
function mapAnswers<D>(client: QueryClient, queryKey: QueryKey, change: (data: D) => D): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const data = query.state.data as D | undefined;
    if (data !== undefined) show(query, change(data));
  }
}

/** Changes each page of each cached list under a key; pages that do not change keep their identity. */
function mapPages<T>(client: QueryClient, queryKey: QueryKey, change: (page: Page<T>) => Page<T>): void {
  mapAnswers<Pages<T>>(client, queryKey, (data) => {
    const pages = data.pages.map(change);
    return pages.some((page, index) => page !== data.pages[index]) ? { ...data, pages } : data;
  });
}

/** Changes one member's row in every list that shows it. An event passes its `seq`: pages that are newer stay. */
export function patchMember(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  memberId: string,
  patch: Partial<Member>,
  seq = Infinity,
): void {
  mapPages<Member>(client, keys.within(adapter, 'members.list', workspaceId), (page) => {
    if (page.seq >= seq) return page;
    const index = page.items.findIndex((item) => item.id === memberId);
    const row = page.items[index];
    return row === undefined ? page : { ...page, items: page.items.with(index, { ...row, ...patch }) };
  });
}

/** Takes members out of every list that shows them, and out of the lists' totals. */
export function dropMembers(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  memberIds: readonly string[],
  seq = Infinity,
): void {
  const gone = new Set(memberIds);
  mapAnswers<Pages<Member>>(client, keys.within(adapter, 'members.list', workspaceId), (data) => {
    let dropped = 0;
    const pages = data.pages.map((page) => {
      if (page.seq >= seq) return page;
      const items = page.items.filter((item) => !gone.has(item.id));
      dropped += page.items.length - items.length;
      return items.length === page.items.length ? page : { ...page, items };
    });
    if (dropped === 0) return data;
    return { ...data, pages: pages.map((page) => lowerTotal(page, dropped)) };
  });
}

/** A page of a list that has so many fewer in all. */
export function lowerTotal<T>(page: Page<T>, by: number): Page<T> {
  return page.totalCount === undefined ? page : { ...page, totalCount: Math.max(0, page.totalCount - by) };
}

/** The row of a member as some cached list has it. */
export function cachedMember(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
  memberId: string,
): Member | undefined {
  for (const [, data] of client.getQueriesData<Pages<Member>>({
    queryKey: keys.within(adapter, 'members.list', workspaceId),
  })) {
    for (const page of data?.pages ?? []) {
      const row = page.items.find((item) => item.id === memberId);
      if (row !== undefined) return row;
    }
  }
  return undefined;
}

const isOf =
  (workspaceId: string) =>
  ({ queryKey }: { queryKey: QueryKey }) =>
    queryKey[3] === workspaceId;

/** Asks for everything of a workspace that is on screen: the viewer was let into it, maybe once more. */
export function recallWorkspace(client: QueryClient, adapter: GuildhallAdapter, workspaceId: string): void {
  void client.invalidateQueries({ queryKey: keys.all(adapter), predicate: isOf(workspaceId) });
}

/**
 * Has everything of a workspace that is not the viewer's any more say so, as the server would: nothing is asked for in
 * vain, and what is on its way is dropped. Its own answer stays, for its name. Lists of workspaces lose it at once: a
 * host that looks for another one to open must not find it there.
 */
export function forgetWorkspace(client: QueryClient, adapter: GuildhallAdapter, workspaceId: string): void {
  const error = new GuildhallError('not_found', { message: 'This workspace is not the viewer’s any more.' });
  const itself: OperationName = 'workspaces.get';
  const queries = client.getQueryCache();
  for (const query of queries.findAll({ queryKey: keys.all(adapter), predicate: isOf(workspaceId) })) {
    void query.cancel({ silent: true });
    const data: unknown = query.queryKey[2] === itself ? query.state.data : undefined;
    query.setState({ data, error, status: 'error', fetchStatus: 'idle' });
  }
  mapPages<Workspace>(client, keys.own(adapter, 'workspaces.list'), (page) => {
    const items = page.items.filter((workspace) => workspace.id !== workspaceId);
    if (items.length === page.items.length) return page;
    return lowerTotal({ ...page, items }, page.items.length - items.length);
  });
}
