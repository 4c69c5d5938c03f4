import { MAX_PAGE_SIZE } from '../../contract/index.js';
import type { GuildhallAdapter, Member } from '../../contract/index.js';
import type { Filters, Reading } from './types.js';

/** Reads the members that the filters ask for to the end, in the largest pages. Rejects where a page does not come, and where `signal` says stop. */
export async function collectMembers(
  adapter: GuildhallAdapter,
  workspaceId: string,
  filters: Filters,
  { signal, onProgress }: Reading,
): Promise<readonly Member[]> {
  const search = filters.search.trim();
  const input = {
    workspaceId,
    limit: MAX_PAGE_SIZE,
    ...(search === '' ? {} : { search }),
    ...(filters.role === 'all' ? {} : { role: filters.role }),
    ...(adapter.supports.memberSorts.includes(filters.sort) ? { sort: filters.sort } : {}),
  };
  // Once each, also where somebody moves from one page to the next meanwhile.
  const found = new Map<string, Member>();
  let cursor: string | null = null;
  do {
    const at: { cursor?: string } = cursor === null ? {} : { cursor };
    const page = await adapter.members.list({ ...input, ...at }, { signal });
    signal.throwIfAborted();
    for (const member of page.items) found.set(member.id, member);
    onProgress(found.size, page.totalCount ?? null);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return [...found.values()];
}
