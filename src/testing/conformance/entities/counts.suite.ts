import { describe, expect } from 'vitest';
import { MAX_ENTITY_COUNT } from '../../../contract/index.js';
import { previewBy, tokenOf } from '../samples.js';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { DAY, company } from '../worlds.js';
import { acme, idsIn } from './acts.js';
import { chatOf, holding, shared } from './worlds.js';

/** What {@link shared} says that `acme` holds. */
const HELD = [
  { kind: 'chat', count: 12, isMore: false, canBePublic: true },
  { kind: 'assistant', count: 2, isMore: false, canBePublic: true },
  { kind: 'folder', count: 1, isMore: false, canBePublic: false },
];
const NOTHING = HELD.map((count) => ({ ...count, count: 0 }));

/** One more than is counted of chats, and just as many as are counted of folders. */
const crowded = holding([
  ...Array.from({ length: MAX_ENTITY_COUNT + 1 }, (_, index) => chatOf(`c${index}`)),
  ...Array.from({ length: MAX_ENTITY_COUNT }, (_, index) => {
    const { sharing: _none, ...folder } = chatOf(`f${index}`);
    return { ...folder, kind: 'folder' };
  }),
]);

function describeNumbers(subject: Subject): void {
  scene(subject, 'are by kind, in the order of the host, without what follows a parent', shared, async (stage) => {
    for (const who of ['olivia', 'adam', 'bill', 'mia'])
      expect((await stage.call(who, 'entities.counts', acme)).counts).toEqual(HELD);
    const other = await stage.call('petra', 'entities.counts', { workspaceId: 'other' });
    expect(other.counts.map(({ count }) => count)).toEqual([3, 2, 0]);
    for (const { kind, count } of HELD) expect(await idsIn(stage, 'mia', { ...acme, kind })).toHaveLength(count);
  });

  scene(subject, 'stop where nobody counts any more, and say so', crowded, async (stage) => {
    const { counts } = await stage.call('mia', 'entities.counts', acme);
    expect(counts).toEqual([
      { kind: 'chat', count: MAX_ENTITY_COUNT, isMore: true, canBePublic: true },
      { kind: 'assistant', count: 0, isMore: false, canBePublic: true },
      { kind: 'folder', count: MAX_ENTITY_COUNT, isMore: false, canBePublic: false },
    ]);
    const { contents } = await previewBy(stage, 'ivy', await tokenOf(stage, 'for-ivy'));
    expect(contents).toEqual(counts);
  });

  scene(subject, 'follow what comes, goes and moves', shared, async (stage) => {
    stage.needs('hostEntities');
    const count = async (who: string, workspaceId: string) =>
      (await stage.call(who, 'entities.counts', { workspaceId })).counts[0]?.count;
    await stage.put(chatOf('new'));
    expect(await count('mia', 'acme')).toBe(13);
    await stage.put(chatOf('new', { workspaceIds: ['other'] }));
    expect([await count('mia', 'acme'), await count('petra', 'other')]).toEqual([12, 4]);
    await stage.removeEntity('chat', 'secret');
    expect(await count('mia', 'acme')).toBe(11);
  });

  scene(subject, 'are none where the host has registered nothing', company, async (stage) => {
    expect((await stage.call('mia', 'entities.counts', acme)).counts).toEqual([]);
    const refusal = { code: 'validation', fields: ['kind'] } as const;
    await stage.refused('mia', 'entities.list', { ...acme, kind: 'chat' }, refusal);
    expect((await previewBy(stage, 'ivy', await tokenOf(stage, 'for-ivy'))).contents).toEqual([]);
  });
}

function describeContents(subject: Subject): void {
  scene(subject, 'tell the invited what they will see, while they can accept', shared, async (stage) => {
    const token = await tokenOf(stage, 'for-ivy');
    expect((await previewBy(stage, 'ivy', token)).contents).toEqual(HELD);
    expect((await stage.call('ivy', 'invitations.mine', {})).items).toMatchObject([{ contents: HELD }]);
    for (const who of [null, 'oscar', 'mia', 'uma'])
      expect(JSON.stringify(await stage.call(who, 'invitations.preview', { token }))).not.toContain('contents');
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    expect(await previewBy(stage, 'ivy', token)).toMatchObject({ state: 'accepted', contents: [] });
  });

  scene(subject, 'tell nothing by an old link', shared, async (stage) => {
    const token = await tokenOf(stage, 'for-ivy');
    await stage.advance(7 * DAY);
    expect(await previewBy(stage, 'ivy', token)).toMatchObject({ state: 'expired', contents: [] });
  });

  scene(subject, 'say what a workspace that holds nothing holds', holding([]), async (stage) => {
    expect((await previewBy(stage, 'ivy', await tokenOf(stage, 'for-ivy'))).contents).toEqual(NOTHING);
  });
}

/** How much there is, for members and for those who could become one. */
export function describeEntityCounts(subject: Subject): void {
  describe('the counts of entities', () => {
    describeNumbers(subject);
    describeContents(subject);
  });
}
