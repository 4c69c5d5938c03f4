import type { QueryClient } from '@tanstack/react-query';
import type { GuildhallAdapter, Member } from '../contract/index.js';
import { lowerTotal, show } from './cache.js';
import { keys } from './keys.js';
import type { Pages } from './useGuildhallQuery.js';

/**
 * Remembers the lists of members as they are. The answer puts members back where they were, in lists that still have
 * the same pages: what the server has answered since knows better.
 */
export function rememberMembers(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string,
): (memberIds: readonly string[]) => void {
  const queryKey = keys.within(adapter, 'members.list', workspaceId);
  const before = new Map(
    client
      .getQueryCache()
      .findAll({ queryKey })
      .map((query) => [query.queryHash, query.state.data as Pages<Member> | undefined]),
  );
  return (memberIds) => {
    const back = new Set(memberIds);
    for (const query of client.getQueryCache().findAll({ queryKey })) {
      const then = before.get(query.queryHash);
      const data = query.state.data as Pages<Member> | undefined;
      if (then && data) show(query, withMembersBack(data, then, back));
    }
  };
}

function withMembersBack(data: Pages<Member>, then: Pages<Member>, back: ReadonlySet<string>): Pages<Member> {
  const isSame = data.pages.length === then.pages.length;
  if (!isSame || data.pages.some((page, index) => page.seq !== then.pages[index]?.seq)) return data;
  let found = 0;
  const pages = data.pages.map((page, index) => {
    const here = new Map(page.items.map((item) => [item.id, item]));
    const items = (then.pages[index]?.items ?? []).flatMap((item) => {
      const shown = here.get(item.id);
      if (shown === undefined && back.has(item.id)) found += 1;
      return shown ?? (back.has(item.id) ? item : []);
    });
    return { ...page, items };
  });
  return { ...data, pages: pages.map((page) => lowerTotal(page, -found)) };
}
