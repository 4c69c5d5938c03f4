import { expect } from 'vitest';
import type { InputOf, OperationName, OutputOf } from '../../contract/index.js';
import type { Stage } from './stage.js';

type ListName = Extract<OperationName, `${string}.list` | 'invitations.mine' | 'billing.invoices'>;
type ItemOf<N extends ListName> = OutputOf<N>['items'][number];

/** More pages than any list here has: a list that never ends is a bug, not a reason to wait. */
const MAX_PAGES = 200;

/** Reads a list page by page, and checks that pages are what they should be. */
export async function readAll<N extends ListName>(
  stage: Stage,
  who: string,
  name: N,
  input: InputOf<N>,
  limit: number,
): Promise<ItemOf<N>[]> {
  const items: ItemOf<N>[] = [];
  let total: number | undefined;
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer: OutputOf<N> = await stage.call(who, name, { ...input, limit, ...(cursor !== null && { cursor }) });
    expect(answer.items.length, 'a page holds no more than its limit').toBeLessThanOrEqual(limit);
    if (page === 0) total = answer.totalCount;
    else expect(answer.totalCount, 'later pages do not count again').toBeUndefined();
    items.push(...(answer.items as ItemOf<N>[]));
    cursor = answer.nextCursor;
    if (cursor === null) break;
    expect(answer.items.length, 'a page is full while more follow').toBe(limit);
  }
  expect(cursor, 'the list ends').toBeNull();
  // Counting what a host holds has an operation of its own, which knows where to stop.
  const counts = stage.as(who).supports.totalCount && name !== 'entities.list';
  expect(total, 'the total is told on the first page, where it is supported').toBe(counts ? items.length : undefined);
  return items;
}
