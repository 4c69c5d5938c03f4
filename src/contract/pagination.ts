import * as z from 'zod/mini';

/** Items a page holds unless the caller says otherwise. */
export const DEFAULT_PAGE_SIZE = 50;

/** Items a page holds at most. A larger `limit` is refused, never cut silently. */
export const MAX_PAGE_SIZE = 200;

/** The fields of every list's input. `limit` is coerced because it arrives as text in a query string. */
export const pageInput = {
  /** Where to go on: the `nextCursor` of the page before. Opaque; an altered one is `validation`. */
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  /** @default 50 */
  limit: z.optional(z.coerce.number<number>().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
};

/**
 * The shape of every list's output.
 *
 * - `nextCursor` is null on the last page.
 * - `totalCount` counts everything that matches, on the first page only, where the adapter supports it.
 * - `seq` is the position in the workspace's (or the person's) event log that this answer reflects: an
 *   event with this number or a lower one is already in it.
 */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.nullable(z.string()),
    totalCount: z.optional(z.number()),
    seq: z.number(),
  });
}

/** One page of a list. See {@link pageOf}. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly totalCount?: number | undefined;
  readonly seq: number;
}
