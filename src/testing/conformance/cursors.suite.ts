import { describe, expect } from 'vitest';
import type { OperationName } from '../../contract/index.js';
import { BUSINESS, change, subscribed } from './billing/acts.js';
import { operationOf, scene } from './stage.js';
import type { Stage, Subject } from './stage.js';
import { billed } from './billing/worlds.js';
import { shared } from './entities/worlds.js';
import { company } from './worlds.js';

const acme = { workspaceId: 'acme' };

/** The lists, each with somebody for whom it has more than one item once {@link prepare} is done. */
const LISTS = [
  ['workspaces.list', 'olivia', {}],
  ['members.list', 'olivia', acme],
  ['invitations.list', 'olivia', acme],
  ['invitations.mine', 'ivy', {}],
  ['activity.list', 'olivia', acme],
  ['entities.list', 'olivia', { ...acme, kind: 'chat' }],
  ['billing.invoices', 'olivia', acme],
] as const satisfies readonly (readonly [OperationName, string, object])[];

type List = (typeof LISTS)[number];

/** Somebody buys seats twice, which makes two invoices. */
async function buySeats(stage: Stage): Promise<void> {
  await subscribed(stage, BUSINESS);
  await change(stage, { ...BUSINESS, seats: 12 });
}

async function prepare(stage: Stage, lists: readonly List[]): Promise<void> {
  if (lists.some(([name]) => name === 'billing.invoices')) await buySeats(stage);
  const invitations = [{ email: 'ivy@guests.example', role: 'member' as const }];
  await stage.call('petra', 'invitations.create', { workspaceId: 'other', invitations });
  await stage.call('olivia', 'workspaces.update', { ...acme, name: 'Acme 2' });
  await stage.call('olivia', 'workspaces.update', { ...acme, name: 'Acme 3' });
}

async function cursorOf(stage: Stage, [name, who, input]: List): Promise<string> {
  stage.needs(name);
  const answer = await operationOf(stage.as(who), name)?.({ ...input, limit: 1 });
  return (answer as { nextCursor: string | null }).nextCursor ?? expect.fail(`${name} has a second page`);
}

function alterationsOf(cursor: string): string[] {
  const places = [
    0,
    1,
    Math.floor(cursor.length / 3),
    Math.floor(cursor.length / 2),
    cursor.length - 2,
    cursor.length - 1,
  ];
  const flipped = places.map(
    (place) => cursor.slice(0, place) + (cursor[place] === 'A' ? 'B' : 'A') + cursor.slice(place + 1),
  );
  return [...flipped, `${cursor}A`, cursor.slice(1), cursor.slice(0, -1), cursor.toUpperCase() + cursor.toLowerCase()];
}

const GARBAGE = [
  'x',
  '0',
  '{}',
  'null',
  '..',
  '%',
  '\u0000',
  'é',
  'AAAA',
  btoa('{"id":"acme.olivia"}'),
  'x'.repeat(1000),
];
const refusal = { code: 'validation', fields: ['cursor'] } as const;

/** Cursors are opaque, and good for the list that they came from. */
export function describeCursors(subject: Subject): void {
  const lists = LISTS.filter(([name]) => !subject.without.includes(name));
  describe('a cursor', () => {
    for (const list of lists) {
      const [name, who, input] = list;
      const isBilled = name === 'billing.invoices';
      scene(
        subject,
        `of ${name} is refused when it is altered, made up, or from another list`,
        isBilled ? { ...shared, ...billed } : shared,
        async (stage) => {
          const others = lists.filter(([other]) => other !== name && (isBilled || other !== 'billing.invoices'));
          await prepare(stage, [list, ...others]);
          const cursor = await cursorOf(stage, list);
          for (const wrong of [...alterationsOf(cursor), ...GARBAGE, '', 'x'.repeat(1001)]) {
            await stage.refused(who, name, { ...input, cursor: wrong }, refusal);
          }
          for (const another of others) {
            await stage.refused(who, name, { ...input, cursor: await cursorOf(stage, another) }, refusal);
          }
          await stage.call(who, name, { ...input, cursor } as never);
        },
      );
    }

    scene(subject, 'is for the same order and the same filters', company, async (stage) => {
      const { memberSorts, search } = stage.as('olivia').supports;
      const { nextCursor } = await stage.call('olivia', 'members.list', { ...acme, sort: memberSorts[0], limit: 1 });
      const cursor = nextCursor ?? expect.fail('there is a second page');
      const [, otherSort] = memberSorts;
      if (otherSort) await stage.refused('olivia', 'members.list', { ...acme, cursor, sort: otherSort }, refusal);
      const same = { ...acme, sort: memberSorts[0], cursor };
      await stage.refused('olivia', 'members.list', { ...same, role: 'owner' }, refusal);
      if (search) await stage.refused('olivia', 'members.list', { ...same, search: 'a' }, refusal);
      await stage.refused('olivia', 'members.list', { ...same, workspaceId: 'home-olivia' }, refusal);
      expect((await stage.call('olivia', 'members.list', { ...same, limit: 200 })).items).toHaveLength(7);
    });
  });
}
