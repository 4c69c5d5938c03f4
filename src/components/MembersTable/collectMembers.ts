import { MAX_PAGE_SIZE } from '../../contract/index.js';
import type { GuildhallAdapter, InputOf, Member } from '../../contract/index.js';
import type { Collect } from './types.js';

/** Reads a list of members to its end, in the largest pages. Rejects where a page does not come, and where `signal` says stop. */
export async function collectMembers(
  adapter: GuildhallAdapter,
  input: InputOf<'members.list'>,
  { signal, onProgress }: Parameters<Collect>[0],
): Promise<readonly Member[]> {
  // Once each, also where somebody moves from one page to the next meanwhile.
  const found = new Map<string, Member>();
  let cursor: string | null = null;
  do {
    const at: { cursor?: string } = cursor === null ? {} : { cursor };
    const page = await adapter.members.list({ ...input, ...at, limit: MAX_PAGE_SIZE }, { signal });
    signal.throwIfAborted();
    for (const member of page.items) found.set(member.id, member);
    onProgress(found.size, page.totalCount ?? null);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return [...found.values()];
}
