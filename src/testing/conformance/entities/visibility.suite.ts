import { describe, expect } from 'vitest';
import type { Stage, Subject } from '../stage.js';
import { scene } from '../stage.js';
import { memberOf } from '../worlds.js';
import { acme, chats, idsIn } from './acts.js';
import { rootOf, verdictOf } from './rule.js';
import { ENTITIES, KINDS, shared } from './worlds.js';

const notFound = { code: 'not_found' } as const;

/** Everybody who could ask, as the sentence of a test says it. */
const PEOPLE = [
  ['an owner', 'olivia'],
  ['an admin', 'adam'],
  ['a billing contact', 'bill'],
  ['a member', 'mia'],
  ["another workspace's owner", 'petra'],
  ['an outsider', 'oscar'],
  ['the invited', 'ivy'],
  ['somebody invited whose address is not verified', 'uma'],
  ['nobody', null],
] as const;

/** Asks for each entity there is, and compares what comes with the rule. */
async function openEverything(stage: Stage, who: string | null, world = shared): Promise<void> {
  for (const entity of ENTITIES) {
    const { kind, id } = entity;
    const { isInside, isPublic } = verdictOf(world, entity, who);
    const input = { kind, entityId: id };
    if (!isInside && !isPublic) {
      await stage.refused(who, 'entities.get', input, notFound);
      continue;
    }
    const answer = await stage.call(who, 'entities.get', input);
    expect(answer.entity).toMatchObject({ kind, id, sharing: isPublic ? 'public' : 'private' });
    if (isInside) expect(rootOf(world, entity).workspaceIds).toContain(answer.workspaceId);
    else
      expect(answer, 'who made it is not told outside').toMatchObject({ workspaceId: null, entity: { creator: null } });
  }
}

/** Lists each workspace, kind by kind, and compares what comes with the rule. */
async function listEverything(stage: Stage, who: string, world = shared): Promise<void> {
  for (const { id: workspaceId, members } of world.workspaces) {
    for (const { kind } of KINDS.filter(({ parent }) => parent === undefined)) {
      const input = { workspaceId, kind };
      if (!members.some(({ userId }) => userId === who)) {
        await stage.refused(who, 'entities.list', input, notFound);
        continue;
      }
      const held = ENTITIES.filter((one) => one.kind === kind && one.workspaceIds?.includes(workspaceId));
      const listed = await idsIn(stage, who, input);
      expect(listed.toSorted(), `${kind}s of ${workspaceId}`).toEqual(held.map(({ id }) => id).toSorted());
    }
  }
}

function describeRule(subject: Subject): void {
  for (const [title, who] of PEOPLE) {
    scene(subject, `${title} opens what their workspaces hold and what is public, and nothing else`, shared, (stage) =>
      openEverything(stage, who),
    );
    if (who !== null)
      scene(subject, `${title} lists all that their workspaces hold, whoever made it`, shared, (stage) =>
        listEverything(stage, who),
      );
  }

  scene(subject, 'a removed member is an outsider, also to what they made', shared, async (stage) => {
    await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('rex')] });
    const workspaces = shared.workspaces.map((one) => ({
      ...one,
      members: one.members.filter(({ userId }) => userId !== 'rex'),
    }));
    await openEverything(stage, 'rex', { ...shared, workspaces });
    await listEverything(stage, 'rex', { ...shared, workspaces });
    expect(await idsIn(stage, 'mia'), 'what they made stays').toEqual(expect.arrayContaining(['rexs', 'rexs-open']));
    const { entity } = await stage.call('mia', 'entities.get', { kind: 'chat', entityId: 'rexs' });
    expect(entity.creator, 'and is still theirs').toMatchObject({ userId: 'rex', name: 'Rex Roe' });
  });

  scene(subject, 'whoever accepts an invitation sees everything from then on', shared, async (stage) => {
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    expect(await idsIn(stage, 'ivy')).toEqual(await idsIn(stage, 'olivia'));
    const secret = await stage.call('ivy', 'entities.get', { kind: 'chat', entityId: 'secret' });
    expect(secret).toMatchObject({ workspaceId: 'acme', entity: { sharing: 'private', creator: { userId: 'max' } } });
  });

  scene(subject, 'with its workspace, what it held is closed, but for what is public', shared, async (stage) => {
    await stage.call('olivia', 'workspaces.delete', acme);
    await stage.refused('mia', 'entities.list', chats, notFound);
    await stage.refused('mia', 'entities.get', { kind: 'chat', entityId: 'half-open-0' }, notFound);
    const plan = await stage.call('mia', 'entities.get', { kind: 'chat', entityId: 'plan' });
    expect(plan).toMatchObject({ workspaceId: null, entity: { creator: null } });
    await stage.refused('adam', 'entities.get', { kind: 'assistant', entityId: 'helper' }, notFound);
    const helper = await stage.call('otto', 'entities.get', { kind: 'assistant', entityId: 'helper' });
    expect(helper.workspaceId, 'it stands in another one too').toBe('home-olivia');
  });
}

function describePlaces(subject: Subject): void {
  scene(subject, 'what stands in several workspaces is opened in the first by name', shared, async (stage) => {
    const helper = { kind: 'assistant', entityId: 'helper' };
    expect((await stage.call('olivia', 'entities.get', helper)).workspaceId).toBe('acme');
    await stage.call('olivia', 'workspaces.update', { ...acme, name: 'b side' });
    await stage.call('olivia', 'workspaces.update', { workspaceId: 'home-olivia', name: 'Cellar' });
    expect((await stage.call('olivia', 'entities.get', helper)).workspaceId).toBe('acme');
    await stage.call('olivia', 'workspaces.update', { workspaceId: 'home-olivia', name: 'Ätna' });
    expect((await stage.call('olivia', 'entities.get', helper)).workspaceId).toBe('home-olivia');
    expect((await stage.call('mia', 'entities.get', helper)).workspaceId, 'their own first').toBe('acme');
  });

  scene(subject, 'an unknown kind is refused, and the field named', shared, async (stage) => {
    const refusal = { code: 'validation', fields: ['kind'] } as const;
    await stage.refused('mia', 'entities.list', { ...acme, kind: 'poem' }, refusal);
    await stage.refused('petra', 'entities.list', { ...acme, kind: 'poem' }, refusal);
    await stage.refused('mia', 'entities.get', { kind: 'poem', entityId: 'plan' }, refusal);
    const sharing = { ...acme, kind: 'poem', entityId: 'plan', sharing: 'public' };
    await stage.refused('olivia', 'entities.setSharing', sharing, refusal);
    for (const kind of ['Chat', '1', "chat' or 1=1", 'x'.repeat(41)])
      await stage.refused('mia', 'entities.list', { ...acme, kind }, refusal);
  });

  scene(subject, 'an id is taken for what it is', shared, async (stage) => {
    for (const entityId of ["' or '1'='1", '%', 'PLAN', 'plan ', '日本', 'null', '__proto__', 'x'.repeat(200)])
      await stage.refused('mia', 'entities.get', { kind: 'chat', entityId }, notFound);
    for (const entityId of [
      '',
      '.',
      '..',
      '../plan',
      'plan/',
      'plan?x=1',
      '%00',
      'plan\u0000',
      '\ud800',
      'x'.repeat(201),
    ])
      await stage.refused('mia', 'entities.get', { kind: 'chat', entityId }, { code: ['not_found', 'validation'] });
    await stage.refused('mia', 'entities.get', { kind: 'message', entityId: 'plan' }, notFound);
  });
}

/** Who sees what. */
export function describeVisibility(subject: Subject): void {
  describe('who sees an entity', () => {
    describeRule(subject);
    describePlaces(subject);
  });
}
