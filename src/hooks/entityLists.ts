import { compareText } from '../contract/index.js';
import type { Entity, InputOf, Page } from '../contract/index.js';
import type { Pages } from './useGuildhallQuery.js';

/** What a list of entities is asked for with. */
export type EntityFilters = Pick<InputOf<'entities.list'>, 'kind' | 'parentId' | 'search' | 'creatorId'>;

/** Where a row stands in the order of its list. */
type Place = Pick<Entity, 'updatedAt' | 'id'>;

/**
 * A page as the cache holds it: once rows have moved, its last row does not tell any more where it ended, and the page
 * after it begins there.
 */
type EntityPage = Page<Entity> & { readonly end?: Place | undefined };

/** What became of an entity: its row, or that it is gone. */
export type EntityChange = { readonly id: string; readonly entity: Entity | null; readonly seq: number };

/** Below zero where `a` comes first: the latest change, then the greatest id. */
export const compareEntities = (a: Place, b: Place): number =>
  compareText(b.updatedAt, a.updatedAt) || compareText(b.id, a.id);

// What a database takes for the same letter is its own affair beyond these.
const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text);

/** Whether a row belongs into a list; null where only the backend can tell. */
export function belongs({ title, creator }: Entity, { search, creatorId }: EntityFilters): boolean | null {
  if (creatorId !== undefined && creator !== null && creator.userId !== creatorId) return false;
  if (search !== undefined && search.trim() !== '') {
    const isFound = title.toLowerCase().includes(search.toLowerCase());
    if (!isPlain(search + title) || search !== search.trim()) return null;
    if (!isFound) return false;
  }
  return creatorId !== undefined && creator === null ? null : true;
}

const endOf = ({ end, items, nextCursor }: EntityPage): Place | null | undefined =>
  nextCursor === null ? null : (end ?? items.at(-1));

/** The rows of a page after a change; the same ones where it is not concerned. */
function changeItems(items: readonly Entity[], id: string, entered: Entity | null): readonly Entity[] {
  const others = items.filter((item) => item.id !== id);
  if (entered === null) return others.length === items.length ? items : others;
  const before = others.findIndex((item) => compareEntities(entered, item) < 0);
  return others.toSpliced(before === -1 ? others.length : before, 0, entered);
}

/** How many more rows match than before, or null where that cannot be told from what is loaded. */
function addedTo(pages: readonly EntityPage[], { id, seq }: EntityChange, isIn: boolean): number | null {
  const wasIn = pages.some((page) => page.seq < seq && page.items.some((item) => item.id === id));
  if (wasIn) return isIn ? 0 : -1;
  const isAllLoaded = pages.every((page) => page.seq < seq) && pages.at(-1)?.nextCursor === null;
  return isAllLoaded ? Number(isIn) : null;
}

/** What a list is after a change, and whether that is what it would be if it were asked for again. */
export interface ChangedList {
  readonly data: Pages<Entity>;
  readonly isCertain: boolean;
}

/** A row shows what it has become where it stands, until the list has been asked for again. */
function inPlace({ data, isCertain }: ChangedList, { id, entity, seq }: EntityChange): ChangedList {
  if (entity === null) return { data, isCertain };
  const pages = data.pages.map((page) => {
    const index = page.seq < seq ? page.items.findIndex((item) => item.id === id) : -1;
    return index === -1 ? page : { ...page, items: page.items.with(index, entity) };
  });
  return { data: { ...data, pages }, isCertain };
}

/**
 * Puts what became of an entity into a list: the row leaves its place and enters where it belongs, within what is loaded.
 * Pages that are newer than the change have it already, and stay.
 */
export function changeList(data: Pages<Entity>, filters: EntityFilters, change: EntityChange): ChangedList {
  const { id, entity, seq } = change;
  const isIn = entity === null ? false : belongs(entity, filters);
  const pages: readonly EntityPage[] = data.pages;
  const ends = pages.map(endOf);
  if (isIn === null || ends.includes(undefined)) return inPlace({ data, isCertain: false }, change);

  const changed = pages.map((page, index): EntityPage => {
    if (page.seq >= seq) return page;
    const [start, end] = [ends[index - 1] ?? null, ends[index] ?? null];
    const isHere =
      isIn &&
      entity !== null &&
      (start === null || compareEntities(start, entity) < 0) &&
      (end === null || compareEntities(entity, end) <= 0);
    const items = changeItems(page.items, id, isHere ? entity : null);
    return items === page.items ? page : { ...page, items, ...(end === null ? {} : { end }) };
  });
  return withTotal(
    pages.some((page, index) => page !== changed[index]) ? { ...data, pages: changed } : data,
    change,
    isIn,
    pages,
  );
}

function withTotal(
  data: Pages<Entity>,
  change: EntityChange,
  isIn: boolean,
  before: readonly EntityPage[],
): ChangedList {
  const [first, ...rest] = data.pages;
  if (first?.totalCount === undefined || first.seq >= change.seq) return { data, isCertain: true };
  const added = addedTo(before, change, isIn);
  if (added === null || added === 0) return { data, isCertain: added === 0 };
  const totalCount = Math.max(0, first.totalCount + added);
  return { data: { ...data, pages: [{ ...first, totalCount }, ...rest] }, isCertain: true };
}

/**
 * A list in which everything stands once: a page that was asked for later may have a row that has moved since an earlier
 * one was answered, until the event arrives that says so. The newer answer holds.
 */
export function withoutRepeats(data: Pages<Entity>): Pages<Entity> {
  const newest = new Map<string, number>();
  for (const { items, seq } of data.pages) {
    for (const { id } of items) newest.set(id, Math.max(seq, newest.get(id) ?? seq));
  }
  const count = data.pages.reduce((sum, { items }) => sum + items.length, 0);
  if (newest.size === count) return data;
  const seen = new Set<string>();
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => newest.get(id) === page.seq && !seen.has(id) && seen.add(id)),
  }));
  return { ...data, pages };
}
