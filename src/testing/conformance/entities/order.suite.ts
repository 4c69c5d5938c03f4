import { describe, expect } from 'vitest';
import { compareText } from '../../../contract/index.js';
import type { InputOf, OutputOf } from '../../../contract/index.js';
import type { WorldEntity } from '../../world.js';
import { readAll } from '../paging.js';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import { HOUR, MINUTE, at } from '../worlds.js';
import { chats, idsIn, idsOf } from './acts.js';
import { chatOf, holding } from './worlds.js';

/** Ids whose order tells that of their bytes from a language's, and from that of UTF-16. */
const TIED = ['a', 'B', 'Z', 'z', 'é', '10', '9', '日本', 'ｆ', '🎉', '_'];

const ordered = holding([
  ...TIED.map((id) => chatOf(id, { updatedAt: at(-2 * HOUR) })),
  chatOf('oldest', { updatedAt: at(-9 * HOUR), createdAt: at(-9 * HOUR) }),
  chatOf('latest', { updatedAt: at(-HOUR), createdAt: at(-99 * HOUR) }),
]);

const MANY = 60;
/** Three of them have each moment. */
const many: readonly WorldEntity[] = Array.from({ length: MANY }, (_, index) =>
  chatOf(`n${String(index).padStart(3, '0')}`, { updatedAt: at(-Math.floor(index / 3) * MINUTE - HOUR) }),
);

const inOrder = (entities: readonly WorldEntity[]) =>
  idsOf(entities.toSorted((a, b) => compareText(b.updatedAt ?? '', a.updatedAt ?? '') || compareText(b.id, a.id)));

/** Reads page by page, while the host does something after each. */
async function readWhile(stage: Stage, happens: (page: number) => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let page = 1; page === 1 || cursor !== null; page += 1) {
    const input: InputOf<'entities.list'> = { ...chats, limit: 7, ...(cursor !== null && { cursor }) };
    const { items, nextCursor }: OutputOf<'entities.list'> = await stage.call('mia', 'entities.list', input);
    seen.push(...idsOf(items));
    cursor = nextCursor;
    await happens(page);
  }
  return seen;
}

/** In which order, and page by page. */
export function describeEntityOrder(subject: Subject): void {
  describe('the order of entities', () => {
    scene(subject, 'has the latest change first; of one moment, by id', ordered, async (stage) => {
      const expected = ['latest', ...TIED.toSorted((a, b) => compareText(b, a)), 'oldest'];
      expect(await idsIn(stage, 'mia')).toEqual(expected);
      for (const limit of [1, 3, 5])
        expect(idsOf(await readAll(stage, 'mia', 'entities.list', chats, limit))).toEqual(expected);
    });

    scene(subject, 'goes deep with filters too', holding(many), async (stage) => {
      const hers = { ...chats, creatorId: 'mia' };
      expect(await readAll(stage, 'bill', 'entities.list', hers, 7)).toHaveLength(MANY);
      const { nextCursor } = await stage.call('bill', 'entities.list', { ...hers, limit: 7 });
      const cursor = nextCursor ?? expect.fail('there is a second page');
      const refusal = { code: 'validation', fields: ['cursor'] } as const;
      await stage.refused('bill', 'entities.list', { ...chats, cursor }, refusal);
      await stage.refused('bill', 'entities.list', { ...hers, kind: 'folder', cursor }, refusal);
      await stage.refused('olivia', 'entities.list', { ...hers, workspaceId: 'home-olivia', cursor }, refusal);
    });

    scene(subject, 'loses and repeats nothing while entities come and go', holding(many), async (stage) => {
      stage.needs('hostEntities');
      const touched = ['n058', 'n045', 'n030'];
      const seen = await readWhile(stage, async (page) => {
        const now = at(page * MINUTE);
        await stage.put(chatOf(`new-${page}`, { updatedAt: now }));
        const early = touched[page - 1];
        if (early) await stage.put(chatOf(early, { updatedAt: now }));
        if (page <= 2) await stage.removeEntity('chat', `n00${page}`);
        if (page === 2) await stage.removeEntity('chat', 'n013');
      });
      expect(new Set(seen).size, 'nothing twice').toBe(seen.length);
      const untouched = inOrder(many).filter((id) => !touched.includes(id));
      expect(seen, 'all that was there and stayed').toEqual(untouched);
      expect((await idsIn(stage, 'mia')).slice(0, 2), 'what came is where it belongs').toEqual(['new-9', 'new-8']);
    });
  });
}
