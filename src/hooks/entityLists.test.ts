import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity, Page } from '../contract/index.js';
import { belongs, changeList, compareEntities, withoutRepeats } from './entityLists.js';
import type { EntityChange, EntityFilters } from './entityLists.js';
import type { Pages } from './useGuildhallQuery.js';

const PAGE_SIZE = 3;

const entity = (id: string, changes: Partial<Entity> = {}): Entity => ({
  kind: 'chat',
  id,
  title: id,
  creator: { userId: 'ana', name: 'Ana', imageUrl: null },
  sharing: 'private',
  createdAt: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
  icon: null,
  url: null,
  ...changes,
});

/** A backend of one list, and what it tells. */
class Backend {
  readonly rows = new Map<string, Entity>();
  readonly told: EntityChange[] = [];
  seq = 0;

  write(id: string, row: Entity | null): void {
    if (row === null && !this.rows.has(id)) return;
    if (row === null) this.rows.delete(id);
    else this.rows.set(id, row);
    this.seq += 1;
    this.told.push({ id, entity: row, seq: this.seq });
  }

  all(filters: EntityFilters): Entity[] {
    return [...this.rows.values()].filter((row) => belongs(row, filters)).toSorted(compareEntities);
  }

  page(filters: EntityFilters, cursor: string | undefined): Page<Entity> {
    const all = this.all(filters);
    const after = cursor === undefined ? null : (JSON.parse(cursor) as Entity);
    const rest = after === null ? all : all.filter((row) => compareEntities(row, after) > 0);
    const items = rest.slice(0, PAGE_SIZE);
    const last = items.at(-1);
    const nextCursor = rest.length > PAGE_SIZE && last ? JSON.stringify(last) : null;
    return { items, nextCursor, seq: this.seq, ...(after === null ? { totalCount: all.length } : {}) };
  }

  /** As many pages as are loaded, asked for again. */
  list(filters: EntityFilters, count: number): Pages<Entity> {
    const pages: Page<Entity>[] = [this.page(filters, undefined)];
    const pageParams: (string | undefined)[] = [undefined];
    for (let next = pages[0]?.nextCursor; next && pages.length < count; next = pages.at(-1)?.nextCursor) {
      pages.push(this.page(filters, next));
      pageParams.push(next);
    }
    return { pages, pageParams };
  }
}

const rowOf = fc.record({
  id: fc.constantFrom(...'abcdefghijkl'),
  title: fc.constantFrom('Plan', 'plans of spring', 'Notes', ''),
  creator: fc.constantFrom('ana', 'bo'),
  minute: fc.integer({ min: 0, max: 9 }),
});
const step = fc.oneof(
  { weight: 5, arbitrary: rowOf.map((row) => ({ does: 'write' as const, row })) },
  { weight: 2, arbitrary: fc.constantFrom(...'abcdefghijkl').map((id) => ({ does: 'remove' as const, id })) },
  { weight: 4, arbitrary: fc.constant({ does: 'hear' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'more' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'again' as const }) },
);
const filtersOf = fc.constantFrom<EntityFilters>(
  { kind: 'chat' },
  { kind: 'chat', search: 'PLAN' },
  { kind: 'chat', creatorId: 'bo' },
  { kind: 'chat', creatorId: 'bo', search: 'o' },
);

describe('a list that is told of changes', () => {
  it('is what it would be if it were asked for again, whenever its pages were', () => {
    fc.assert(
      fc.property(
        filtersOf,
        fc.array(rowOf, { maxLength: 10 }),
        fc.array(step, { maxLength: 40 }),
        (filters, begun, steps) => {
          const backend = new Backend();
          const write = ({ id, title, creator, minute }: (typeof begun)[number]) =>
            backend.write(
              id,
              entity(id, {
                title,
                creator: { userId: creator, name: creator, imageUrl: null },
                updatedAt: `2026-01-01T00:0${minute}:00.000Z`,
              }),
            );
          begun.forEach(write);
          let heard = backend.told.length;
          let list = backend.list(filters, 2);
          let isCertain = true;
          const hear = () => {
            const change = backend.told[heard];
            if (change === undefined) return;
            heard += 1;
            const changed = changeList(list, filters, change);
            list = changed.data;
            isCertain &&= changed.isCertain;
          };
          for (const one of steps) {
            if (one.does === 'write') write(one.row);
            if (one.does === 'remove') backend.write(one.id, null);
            if (one.does === 'hear') hear();
            if (one.does === 'again') {
              list = backend.list(filters, list.pages.length);
              isCertain = true;
            }
            const next = list.pages.at(-1)?.nextCursor;
            if (one.does === 'more' && next) {
              list = { pages: [...list.pages, backend.page(filters, next)], pageParams: [...list.pageParams, next] };
            }
          }
          while (heard < backend.told.length) hear();

          const cursor = list.pages.at(-1)?.nextCursor;
          const end = cursor ? (JSON.parse(cursor) as Entity) : null;
          const expected = backend.all(filters).filter((row) => end === null || compareEntities(row, end) <= 0);
          expect(withoutRepeats(list).pages.flatMap((page) => page.items)).toEqual(expected);
          if (isCertain) expect(list.pages[0]?.totalCount).toBe(backend.all(filters).length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  const list = (...items: Entity[]): Pages<Entity> => ({
    pages: [{ items, nextCursor: null, seq: 5 }],
    pageParams: [undefined],
  });
  const ids = (data: Pages<Entity>) => data.pages.flatMap((page) => page.items.map((item) => item.id));

  it('leaves what is newer than the change as it is', () => {
    const data = list(entity('a'));
    expect(changeList(data, { kind: 'chat' }, { id: 'a', entity: null, seq: 5 })).toEqual({ data, isCertain: true });
  });

  it('keeps every page that is not concerned', () => {
    const data = list(entity('a'));
    const { data: changed } = changeList(data, { kind: 'chat' }, { id: 'z', entity: null, seq: 6 });
    expect(changed).toBe(data);
  });

  it.each<[string, EntityFilters, Partial<Entity>]>([
    ['letters that a database may fold otherwise', { kind: 'chat', search: 'istanbul' }, { title: 'İstanbul' }],
    ['spaces at the ends of a search', { kind: 'chat', search: 'plan ' }, { title: 'plan' }],
    ['nobody known as the creator', { kind: 'chat', creatorId: 'ana' }, { creator: null }],
  ])(
    'does not decide about %s, and shows the row where it stands until it is asked for again',
    (_what, filters, now) => {
      const row = entity('a', { ...now, updatedAt: '2026-01-02T00:00:00.000Z' });
      const { data, isCertain } = changeList(list(entity('b'), entity('a')), filters, { id: 'a', entity: row, seq: 6 });
      expect(isCertain).toBe(false);
      expect(ids(data)).toEqual(['b', 'a']);
      expect(data.pages[0]?.items[1]).toEqual(row);
    },
  );

  it('orders ids as a database does, by code point', () => {
    const [low, high] = ['\uffee', '\u{1f600}'];
    expect([entity(low), entity(high)].toSorted(compareEntities).map(({ id }) => id)).toEqual([high, low]);
  });
});
