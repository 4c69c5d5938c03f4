import { describe, expect, it } from 'vitest';
import { MEMBER_SORTS, isGuildhallError, operationNames } from '../../contract/index.js';
import { operationOf, scene } from './stage.js';
import type { Subject } from './stage.js';
import { company } from './worlds.js';

const acme = { workspaceId: 'acme' };

/** The operations that no adapter can be without. */
const REQUIRED = ['workspaces.list', 'workspaces.get', 'members.list'] as const;

/** What the adapter says that it can do is what it can do. */
export function describeCapabilities(subject: Subject): void {
  describe('capabilities', () => {
    it('are never less than the least', () => {
      expect(subject.without.filter((feature) => REQUIRED.some((name) => name === feature))).toEqual([]);
    });

    scene(subject, 'has every operation but those that it says it is without', company, async (stage) => {
      const adapter = stage.as('olivia');
      const missing = operationNames.filter((name) => !subject.without.includes(name) && !operationOf(adapter, name));
      expect(missing).toEqual([]);
      expect(typeof adapter.subscribe).toBe(subject.without.includes('subscribe') ? 'undefined' : 'function');
    });

    scene(subject, 'does not do what it is without', company, async (stage) => {
      const extra = operationNames.filter((name) => subject.without.includes(name));
      const answers = extra.map((name) => operationOf(stage.as('olivia'), name)?.(acme));
      const settled = await Promise.allSettled(answers.filter((answer) => answer !== undefined));
      const done = settled.filter(
        (answer) => answer.status === 'fulfilled' || !isGuildhallError(answer.reason, 'unsupported'),
      );
      expect(done).toEqual([]);
    });

    scene(subject, 'has an id for each person, and the same one each time', company, async (stage) => {
      const ids = ['olivia', 'mia', null].map((who) => stage.as(who).id);
      expect(ids.every((id) => typeof id === 'string' && id.length > 0)).toBe(true);
      expect(stage.as('olivia').id).toBe(ids[0]);
    });

    scene(subject, 'searches, or says that it does not', company, async (stage) => {
      const search = { ...acme, search: 'mia' };
      if (stage.as('olivia').supports.search) {
        expect((await stage.call('olivia', 'members.list', search)).items).toMatchObject([{ userId: 'mia' }]);
      } else {
        await stage.refused('olivia', 'members.list', search, { code: 'unsupported' });
        await stage.refused('olivia', 'workspaces.list', { search: 'mia' }, { code: 'unsupported' });
      }
    });

    scene(subject, 'counts, or does not', company, async (stage) => {
      const counts = stage.as('olivia').supports.totalCount;
      expect((await stage.call('olivia', 'members.list', acme)).totalCount).toBe(counts ? 8 : undefined);
      expect((await stage.call('olivia', 'workspaces.list', {})).totalCount).toBe(counts ? 2 : undefined);
    });

    scene(subject, 'knows at least one order of members, and each once', company, async (stage) => {
      const { memberSorts } = stage.as('olivia').supports;
      expect(memberSorts.length).toBeGreaterThan(0);
      expect(new Set(memberSorts).size).toBe(memberSorts.length);
      expect(MEMBER_SORTS).toEqual(expect.arrayContaining([...memberSorts]));
    });
  });
}
