import { Random } from '../soak/random.js';
import type { ModelRow, ModelTable, ModelWorld } from './model.js';

/** Values of a column that was never checked: one of them alone means something. */
const SHARINGS = ['private', 'public', 'private', 'public', 'link', 'unlisted', 'workspace', 'PUBLIC', 'public ', ''];

const uuid = (group: number, number: number) =>
  `${String(group).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Ids as their tables have them. */
const idOf = (table: ModelTable, number: number) =>
  table === 'prompts' || table === 'citations' ? String(number) : uuid(3, number);

/** A small world, always the same for its seed: people, some of them in workspaces, and what those hold. */
export function randomWorld(seed: number): ModelWorld {
  const random = new Random(seed);
  const upTo = (most: number) => Math.floor(random.next() * (most + 1));
  const some = <T>(all: readonly T[], share: number) => all.filter(() => random.next() < share);

  const people = Array.from({ length: 3 + upTo(2) }, (_, number) => uuid(1, number));
  const workspaces = Array.from({ length: 2 + upTo(1) }, (_, number) => ({
    id: uuid(2, number),
    isDeleted: random.next() < 0.15,
    members: some(people, 0.5),
  }));
  const places = [...workspaces.map(({ id }) => id), uuid(2, 99)];

  const rows: ModelRow[] = [];
  const add = (table: ModelTable, most: number, more: () => Partial<ModelRow> | null) => {
    for (let count = upTo(most); count > 0; count -= 1) {
      const usual = { creator: random.pick(people), sharing: random.pick(SHARINGS), workspaces: [], parents: [] };
      const own = more();
      if (own) rows.push({ table, id: idOf(table, rows.length + 1), ...usual, ...own });
    }
  };
  const of = (table: ModelTable) => rows.filter((row) => row.table === table);
  const oneOf = (table: ModelTable) => (of(table).length > 0 ? { parents: [random.pick(of(table))] } : null);
  add('chats', 4, () => ({ workspaces: some([random.pick(places)], 0.9) }));
  add('messages', 3, () => oneOf('chats'));
  add('citations', 2, () => {
    const owner = oneOf('messages');
    return owner && { ...owner, creator: null };
  });
  add('prompts', 2, () => ({ workspaces: some([random.pick(places)], 0.9) }));
  add('tools', 2, () => ({ workspaces: [random.pick(places)] }));
  add('assistants', 4, () => ({ workspaces: some(places, 0.35) }));
  add('files', 4, () => ({ workspaces: some(places, 0.25), parents: some(of('assistants'), 0.35) }));
  return { seed, people, workspaces, rows };
}
