import { describe, expect } from 'vitest';
import { MEMBER_SORTS, ROLES, compareText, toSearchKey } from '../../contract/index.js';
import type { Member, MemberSort } from '../../contract/index.js';
import { FAMILY_NAMES, GIVEN_NAMES } from '../names.js';
import type { World } from '../world.js';
import { readAll } from './paging.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { MINUTE, NOW, at, company, memberOf } from './worlds.js';

const SIZE = 40;
const numbers = Array.from({ length: SIZE }, (_, index) => index);

/** Forty people with names from many languages; some share their name, their role or the moment they came. */
const crowd: World = {
  now: NOW,
  users: numbers.map((number) => ({
    id: `u${number}`,
    email: `p${number}@crowd.example`,
    name: `${GIVEN_NAMES[(number * 7) % 18] ?? ''} ${FAMILY_NAMES[(number * 11) % 17] ?? ''}`,
  })),
  workspaces: [
    {
      id: 'crowd',
      name: 'Crowd',
      members: numbers.map((number) => ({
        userId: `u${number}`,
        role: number % 13 === 0 ? 'owner' : number % 5 === 0 ? 'admin' : 'member',
        joinedAt: at(-(number % 9) * MINUTE),
      })),
    },
  ],
};

const compareBy: Record<'joinedAt' | 'name' | 'role', (a: Member, b: Member) => number> = {
  joinedAt: (a, b) => compareText(a.joinedAt, b.joinedAt),
  name: (a, b) => compareText(toSearchKey(a.name), toSearchKey(b.name)),
  role: (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
};

/** The order that the contract tells: a minus turns all of it round, ties by id included. */
function inOrder(members: readonly Member[], sort: MemberSort): Member[] {
  const compare = compareBy[sort.replace('-', '') as keyof typeof compareBy];
  const sorted = members.toSorted((a, b) => compare(a, b) || compareText(a.id, b.id));
  return sort.startsWith('-') ? sorted.toReversed() : sorted;
}

function describeOrders(subject: Subject): void {
  for (const sort of MEMBER_SORTS) {
    scene(subject, `sorts by ${sort}, page by page, without a repetition or a gap`, crowd, async (stage) => {
      const input = { workspaceId: 'crowd', sort };
      if (!stage.as('u0').supports.memberSorts.includes(sort)) {
        await stage.refused('u0', 'members.list', input, { code: 'unsupported' });
        return;
      }
      const whole = await readAll(stage, 'u0', 'members.list', input, 200);
      expect(new Set(whole.map(({ id }) => id)).size).toBe(SIZE);
      expect(whole.map(({ id }) => id)).toEqual(inOrder(whole, sort).map(({ id }) => id));
      for (const limit of [1, 7, SIZE]) {
        expect(await readAll(stage, 'u0', 'members.list', input, limit)).toEqual(whole);
      }
    });
  }

  scene(subject, 'sorts by the first order that the adapter supports unless told otherwise', crowd, async (stage) => {
    const [first] = stage.as('u0').supports.memberSorts;
    if (!first) expect.fail('an adapter supports at least one order');
    const { items } = await stage.call('u0', 'members.list', { workspaceId: 'crowd', limit: 200 });
    expect(items).toEqual(inOrder(items, first));
  });

  scene(subject, 'goes on at the right place when people come and go between two pages', crowd, async (stage) => {
    const sort = stage.as('u0').supports.memberSorts[0] ?? 'joinedAt';
    const before = inOrder(await readAll(stage, 'u0', 'members.list', { workspaceId: 'crowd', sort }, 200), sort);
    const first = await stage.call('u0', 'members.list', { workspaceId: 'crowd', sort, limit: 10 });
    const gone = [before[3], before[9], before[20]].flatMap((member) =>
      member && member.userId !== 'u0' ? [member.id] : [],
    );
    await stage.call('u0', 'members.remove', { workspaceId: 'crowd', memberIds: gone });
    const second = await stage.call('u0', 'members.list', {
      workspaceId: 'crowd',
      sort,
      limit: 200,
      cursor: first.nextCursor ?? expect.fail('there is a second page'),
    });
    expect(second.items.map(({ id }) => id)).toEqual(
      before
        .slice(10)
        .map(({ id }) => id)
        .filter((id) => !gone.includes(id)),
    );
  });
}

function describeFinding(subject: Subject): void {
  const find = async (stage: Parameters<Parameters<typeof scene>[3]>[0], input: object) =>
    (await stage.call('mia', 'members.list', { workspaceId: 'acme', sort: 'name', ...input })).items.map(
      ({ userId }) => userId,
    );

  scene(
    subject,
    'finds people by any part of name or address, without regard to case and accents',
    company,
    async (stage) => {
      stage.needs('search');
      expect(await find(stage, { search: 'angstrom' })).toEqual(['adam']);
      expect(await find(stage, { search: 'ÅNGSTRÖM' })).toEqual(['adam']);
      expect(await find(stage, { search: 'A\u030angstro\u0308m' })).toEqual(['adam']);
      expect(await find(stage, { search: 'muller' })).toEqual(['max']);
      expect(await find(stage, { search: '  Müll  ' })).toEqual(['max']);
      expect(await find(stage, { search: 'OLIVIA@acme' })).toEqual(['olivia']);
      expect(await find(stage, { search: 'a@acme.example' })).toEqual(['anna', 'mia', 'olivia']);
      expect(await find(stage, { search: 'nobody' })).toEqual([]);
      expect(await find(stage, { search: '' })).toHaveLength(8);
    },
  );

  scene(subject, 'takes what is sought by the letter: wildcards and quotes mean themselves', company, async (stage) => {
    stage.needs('search');
    for (const search of ['%', '_', '\\', "'", '"', '*', '.*', '%acme%', 'a_am', '(', '[a-z]', '\ud800']) {
      expect(await find(stage, { search }), search).toEqual([]);
    }
  });

  scene(subject, 'filters by role, together with a search', company, async (stage) => {
    stage.needs('search');
    expect(await find(stage, { role: 'admin' })).toEqual(['adam', 'anna']);
    expect(await find(stage, { role: 'owner' })).toEqual(['olivia', 'otto']);
    expect(await find(stage, { role: 'admin', search: 'adler' })).toEqual(['anna']);
    expect(await find(stage, { role: 'owner', search: 'adler' })).toEqual([]);
  });

  scene(subject, 'finds those who have a permission, billing contacts among them', company, async (stage) => {
    expect(await find(stage, { permission: 'members:invite' })).toEqual(['adam', 'anna', 'olivia', 'otto']);
    expect(await find(stage, { permission: 'workspace:delete' })).toEqual(['olivia', 'otto']);
    const contacts = await find(stage, { permission: 'billing:manage' });
    expect(contacts).toEqual(expect.arrayContaining(['olivia', 'otto']));
    expect(contacts).not.toContain('anna');
    await stage.call('olivia', 'members.update', {
      workspaceId: 'acme',
      memberId: memberOf('max'),
      billingContact: true,
    });
    expect(await find(stage, { permission: 'billing:manage' })).toContain('max');
    expect(await find(stage, { permission: 'billing:manage', role: 'owner' })).toEqual(['olivia', 'otto']);
  });

  scene(subject, 'counts what matches, not what there is', company, async (stage) => {
    stage.needs('totalCount', 'search');
    const count = async (input: object) =>
      (await stage.call('mia', 'members.list', { workspaceId: 'acme', limit: 1, ...input })).totalCount;
    expect(await count({})).toBe(8);
    expect(await count({ role: 'admin' })).toBe(2);
    expect(await count({ search: 'example', role: 'member' })).toBe(4);
    expect(await count({ search: 'nobody' })).toBe(0);
  });

  scene(subject, 'tells of each member what the world knows', company, async (stage) => {
    const { items } = await stage.call('oscar', 'workspaces.list', {});
    expect(items).toEqual([]);
    const members = await readAll(stage, 'bill', 'members.list', { workspaceId: 'acme' }, 200);
    expect(members.find(({ userId }) => userId === 'mia')).toEqual({
      id: memberOf('mia'),
      userId: 'mia',
      name: 'Mia Nakamura',
      email: 'mia@acme.example',
      imageUrl: 'https://images.example/mia.png',
      role: 'member',
      billingContact: false,
      joinedAt: at(-4 * 24 * 60 * MINUTE),
    });
    expect(members.filter(({ billingContact }) => billingContact).map(({ userId }) => userId)).toEqual(['bill']);
  });
}

/** The list of members: orders, pages, search and filters. */
export function describeMemberList(subject: Subject): void {
  describe('the list of members', () => {
    describeOrders(subject);
    describeFinding(subject);
  });
}
