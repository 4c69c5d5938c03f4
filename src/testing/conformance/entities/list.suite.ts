import { describe, expect } from 'vitest';
import { isGuildhallError } from '../../../contract/index.js';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { HOUR, MINUTE, at } from '../worlds.js';
import { acme, chats, idsIn } from './acts.js';
import { chatOf, holding, shared } from './worlds.js';

const notFound = { code: 'not_found' } as const;

function describeRows(subject: Subject): void {
  scene(subject, 'shows a row as the host has it, whatever its sharing', shared, async (stage) => {
    const { items } = await stage.call('olivia', 'entities.list', chats);
    const plan = items.find(({ id }) => id === 'plan');
    expect(plan).toEqual({
      kind: 'chat',
      id: 'plan',
      title: 'The plan',
      creator: { userId: 'mia', name: 'Mia Nakamura', imageUrl: 'https://images.example/mia.png' },
      sharing: 'public',
      createdAt: at(-HOUR - MINUTE),
      updatedAt: at(-HOUR),
      icon: '🚀',
      url: 'https://host.example/chats/plan',
    });
    expect(await stage.call('mia', 'entities.get', { kind: 'chat', entityId: 'plan' })).toEqual({
      entity: plan,
      workspaceId: 'acme',
    });
    const unsigned = items.find(({ id }) => id === 'unsigned');
    expect(unsigned).toMatchObject({ title: '', creator: null, icon: null, url: null });
    expect(items.find(({ id }) => id === 'strangers')?.creator, 'of whom nobody knows').toBeNull();
    const halfOpen = items.filter(({ id }) => id.startsWith('half-open'));
    expect(new Set(halfOpen.map(({ sharing }) => sharing))).toEqual(new Set(['private']));
  });

  scene(subject, 'shows what has no sharing as private', shared, async (stage) => {
    const { items } = await stage.call('mia', 'entities.list', { ...acme, kind: 'folder' });
    expect(items).toMatchObject([{ id: 'drawer', sharing: 'private' }]);
  });

  scene(subject, 'lists what follows a parent with it, and nothing of its own is asked', shared, async (stage) => {
    const messages = { ...acme, kind: 'message' };
    expect(await idsIn(stage, 'bill', { ...messages, parentId: 'plan' })).toEqual(['of-plan', 'of-plan-too']);
    expect(await idsIn(stage, 'bill', { ...messages, parentId: 'secret' })).toEqual(['of-secret']);
    expect(await idsIn(stage, 'bill', { ...messages, parentId: 'rexs' })).toEqual([]);
    const files = { kind: 'file', parentId: 'bridge' };
    expect(await idsIn(stage, 'bill', { ...acme, ...files })).toEqual(['of-bridge']);
    expect(await idsIn(stage, 'petra', { workspaceId: 'other', ...files })).toEqual(['of-bridge']);
    const { items } = await stage.call('bill', 'entities.list', { ...messages, parentId: 'plan' });
    expect(
      items.map(({ sharing }) => sharing),
      'as public as their parent',
    ).toEqual(['public', 'public']);
    for (const parentId of ['theirs', 'theirs-open', 'diary', 'loose', 'ghost', 'bridge'])
      await stage.refused('bill', 'entities.list', { ...messages, parentId }, notFound);
    const refusal = { code: 'validation', fields: ['parentId'] } as const;
    await stage.refused('bill', 'entities.list', messages, refusal);
    await stage.refused('bill', 'entities.list', { ...chats, parentId: 'plan' }, refusal);
  });
}

const TITLES = [
  'Quarterly Plan',
  'PLANNING',
  'plain',
  '100% sure',
  'snake_case',
  "O'Brien",
  'back\\slash',
  '日本の計画',
];

const titled = holding(
  TITLES.map((title, index) => chatOf(`t${index}`, { title, creatorId: index % 2 === 0 ? 'mia' : 'max' })),
);

function describeFilters(subject: Subject): void {
  scene(subject, 'finds what a title contains, without regard to case', titled, async (stage) => {
    stage.needs('search');
    const found = async (search: string) =>
      (await stage.call('mia', 'entities.list', { ...chats, search })).items.map(({ title }) => title).toSorted();
    expect(await found('plan')).toEqual(['PLANNING', 'Quarterly Plan']);
    expect(await found('  pLaN ')).toEqual(['PLANNING', 'Quarterly Plan']);
    expect(await found('planx')).toEqual([]);
    expect(await found('%')).toEqual(['100% sure']);
    expect(await found('_')).toEqual(['snake_case']);
    expect(await found("o'b")).toEqual(["O'Brien"]);
    expect(await found('\\')).toEqual(['back\\slash']);
    expect(await found('計')).toEqual(['日本の計画']);
    expect(await found(' ')).toHaveLength(TITLES.length);
    expect(await found(''), 'no search').toHaveLength(TITLES.length);
  });

  scene(subject, 'searches for any text', titled, async (stage) => {
    stage.needs('search');
    for (const search of ['\u0001', '🎉', '&kind=folder', '#', '+', "' or '1'='1"])
      expect(await idsIn(stage, 'mia', { ...chats, search }), `found by ${JSON.stringify(search)}`).toEqual([]);
  });

  scene(subject, 'survives a search for what is no text', titled, async (stage) => {
    stage.needs('search');
    for (const search of ['\u0000', '\ud800', '\udfff x'])
      await idsIn(stage, 'mia', { ...chats, search }).then(
        (found) => expect(found).toEqual([]),
        (error: unknown) => expect(isGuildhallError(error, 'validation'), String(error)).toBe(true),
      );
  });

  scene(subject, 'finds what one person made', titled, async (stage) => {
    const madeBy = async (creatorId: string, more: { search?: string } = {}) =>
      (await idsIn(stage, 'olivia', { ...chats, creatorId, ...more })).toSorted();
    expect(await madeBy('mia')).toEqual(['t0', 't2', 't4', 't6']);
    expect(await madeBy('max')).toEqual(['t1', 't3', 't5', 't7']);
    expect(await madeBy('olivia')).toEqual([]);
    expect(await madeBy('nobody-knows')).toEqual([]);
    stage.needs('search');
    expect(await madeBy('max', { search: 'plan' })).toEqual(['t1']);
  });

  scene(subject, 'says so where it does not search', titled, async (stage) => {
    if (stage.as('mia').supports.search)
      expect(await idsIn(stage, 'mia', { ...chats, search: 'sure' })).toEqual(['t3']);
    else await stage.refused('mia', 'entities.list', { ...chats, search: 'a' }, { code: 'unsupported' });
  });
}

/** What a workspace holds of one kind. */
export function describeEntityList(subject: Subject): void {
  describe('the list of entities', () => {
    describeRows(subject);
    describeFilters(subject);
  });
}
