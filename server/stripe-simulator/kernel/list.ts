import { missing } from './failure.js';
import type { List, StripeObject } from './wire.js';

/** Where a page begins and how long it is. */
export interface Page {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

function positionOf<T extends StripeObject>(items: readonly T[], id: string, param: string): number {
  const position = items.findIndex((item) => item.id === id);
  if (position < 0) throw missing(items[0]?.object ?? 'object', id, param);
  return position;
}

/**
 * A page of a list.
 *
 * @param items All of them, in the order of the list: newest first, as a rule.
 * @throws StripeFailure `resource_missing` when the cursor names none of them
 */
export function page<T extends StripeObject>(items: readonly T[], query: Page, url: string): List<T> {
  const limit = query.limit ?? 10;
  if (query.ending_before !== undefined) {
    const end = positionOf(items, query.ending_before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: items.slice(start, end), has_more: start > 0, url };
  }
  const start = query.starting_after === undefined ? 0 : positionOf(items, query.starting_after, 'starting_after') + 1;
  return { object: 'list', data: items.slice(start, start + limit), has_more: items.length > start + limit, url };
}

/** A whole list, as it stands within another object. */
export const whole = <T>(data: T[], url: string): List<T> => ({ object: 'list', data, has_more: false, url });
