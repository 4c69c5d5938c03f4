import { describe, expect } from 'vitest';
import { rename } from '../acts.js';
import { inviteOne } from '../inviting.js';
import { expectGapless } from '../recording.js';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import { MINUTE, at, memberOf } from '../worlds.js';
import { acme, changed, chats, entityEventsOf, gone, share } from './acts.js';
import { chatOf, shared } from './worlds.js';

const rowOf = async (stage: Stage, who: string, id: string, kind = 'chat', workspaceId = 'acme') => {
  const { items } = await stage.call(who, 'entities.list', { workspaceId, kind, limit: 200 });
  return items.find((item) => item.id === id) ?? expect.fail(`${id} is not in the list`);
};

const later = { updatedAt: at(MINUTE) };

function describeHostWrites(subject: Subject): void {
  scene(subject, 'brings what the host makes, changes and removes, as the list shows it', shared, async (stage) => {
    stage.needs('hostEntities');
    const mia = await stage.listen('mia', 'acme');
    await stage.put(chatOf('new', { creatorId: 'max', icon: '🪁', ...later }));
    const made = await changed(mia, 'new');
    expect(made.entity).toEqual(await rowOf(stage, 'mia', 'new'));
    expect((await stage.call('mia', 'entities.list', chats)).seq).toBeGreaterThanOrEqual(made.seq);
    expect((await stage.call('mia', 'entities.counts', acme)).seq).toBeGreaterThanOrEqual(made.seq);
    await stage.put(chatOf('new', { creatorId: 'max', title: 'Renamed', ...later }));
    const renamed = await changed(mia, 'new', { title: 'Renamed' });
    expect(renamed.entity).toEqual(await rowOf(stage, 'mia', 'new'));
    expect(renamed.seq).toBeGreaterThan(made.seq);
    await stage.removeEntity('chat', 'new');
    expect(await gone(mia, 'new')).toMatchObject({ kind: 'chat', workspaceId: 'acme' });
    expectGapless(mia.ofWorkspace('acme'));
  });

  scene(subject, 'tells a move to each side, and neither of the other', shared, async (stage) => {
    stage.needs('hostEntities');
    const mia = await stage.listen('mia', 'acme');
    const petra = await stage.listen('petra', 'other');
    await stage.put(chatOf('secret', { creatorId: 'max', workspaceIds: ['other'], ...later }));
    await gone(mia, 'secret');
    const arrived = await changed(petra, 'secret');
    expect(arrived.entity).toEqual(await rowOf(stage, 'petra', 'secret', 'chat', 'other'));
    expect(JSON.stringify(mia.ofWorkspace('acme'))).not.toMatch(/other|The secret/);
    expect(JSON.stringify(petra.ofWorkspace('other'))).not.toContain('acme"');
    expect(entityEventsOf(petra, 'other').filter(({ type }) => type === 'removed')).toEqual([]);
  });

  scene(subject, 'goes to each workspace that holds it, has it now or has lost it', shared, async (stage) => {
    stage.needs('hostEntities');
    const [mia, otto, petra] = [
      await stage.listen('mia', 'acme'),
      await stage.listen('otto', 'home-olivia'),
      await stage.listen('petra', 'other'),
    ];
    const helper = { ...chatOf('helper', { creatorId: 'adam', title: 'Better helper', ...later }), kind: 'assistant' };
    await stage.put({ ...helper, workspaceIds: ['acme', 'other'] });
    const [here, there] = [await changed(mia, 'helper'), await changed(petra, 'helper')];
    expect(there.entity).toEqual(here.entity);
    await changed(mia, 'helper', { title: 'Better helper' });
    await gone(otto, 'helper');
    await stage.removeEntity('assistant', 'helper');
    await gone(mia, 'helper');
    await gone(petra, 'helper');
  });

  scene(subject, 'tells what happens below an entity as its own change', shared, async (stage) => {
    stage.needs('hostEntities');
    const mia = await stage.listen('mia', 'acme');
    const { workspaceIds: _none, sharing: _follows, ...message } = chatOf('fresh', later);
    await stage.put({ ...message, kind: 'message', parentId: 'secret' });
    expect((await changed(mia, 'secret')).entity).toEqual(await rowOf(stage, 'mia', 'secret'));
    const before = mia.events.length;
    await stage.removeEntity('message', 'fresh');
    await mia.until('the chat once more', (events) =>
      events.slice(before).find((event) => event.topic === 'entities' && event.type === 'changed'),
    );
    const { workspaceIds: _of, sharing: _no, ...file } = chatOf('attached', later);
    await stage.put({ ...file, kind: 'file', parentId: 'bridge' });
    await changed(mia, 'bridge');
    const kinds = entityEventsOf(mia).flatMap((event) => (event.type === 'changed' ? [event.entity.kind] : []));
    expect(kinds, 'nothing is told of the kinds below').not.toContain('message');
  });

  scene(subject, 'tells of a parent that is gone, and what was below is nobody’s', shared, async (stage) => {
    stage.needs('hostEntities');
    const mia = await stage.listen('mia', 'acme');
    await stage.removeEntity('chat', 'plan');
    await gone(mia, 'plan');
    await stage.refused('mia', 'entities.get', { kind: 'message', entityId: 'of-plan' }, { code: 'not_found' });
    const below = { ...acme, kind: 'message', parentId: 'plan' };
    await stage.refused('mia', 'entities.list', below, { code: 'not_found' });
  });
}

function describeListeners(subject: Subject): void {
  scene(subject, 'brings a change of sharing to every workspace that holds it', shared, async (stage) => {
    const mia = await stage.listen('mia', 'acme');
    const otto = await stage.listen('otto', 'home-olivia');
    const sharing = 'public' as const;
    await stage.call('adam', 'entities.setSharing', { ...acme, kind: 'assistant', entityId: 'helper', sharing });
    const [here, there] = [await changed(mia, 'helper', { sharing }), await changed(otto, 'helper', { sharing })];
    expect(here.entity).toEqual(await rowOf(stage, 'mia', 'helper', 'assistant'));
    expect(there.entity).toEqual(here.entity);
    expect(
      mia.ofWorkspace('acme').map(({ topic }) => topic),
      'activity is not for members',
    ).not.toContain('activity');
  });

  scene(subject, 'tells owners and admins of the activity too', shared, async (stage) => {
    const adam = await stage.listen('adam', 'acme');
    await share(stage, 'mia', 'plan', 'private');
    await changed(adam, 'plan', { sharing: 'private' });
    const added = await adam.event({ topic: 'activity', type: 'added' });
    const { items } = await stage.call('adam', 'activity.list', acme);
    expect(items[0]).toMatchObject({ id: (added as { activityId?: string }).activityId, entityId: 'plan' });
    expectGapless(adam.ofWorkspace('acme'));
  });

  scene(subject, 'brings nothing to a removed member, nor to outsiders, public or not', shared, async (stage) => {
    stage.needs('hostEntities');
    const olivia = await stage.listen('olivia', 'acme');
    const mia = await stage.listen('mia', 'acme');
    const oscar = await stage.listen('oscar', 'acme');
    const petra = await stage.listen('petra', 'other');
    await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('mia')] });
    const removal = (await olivia.event({ topic: 'members', type: 'removed' })) as { seq: number };
    await mia.event({ topic: 'stream', type: 'closed', workspaceId: 'acme' });
    await stage.put(chatOf('plan', { sharing: 'public', title: 'Open to all', ...later }));
    await stage.put(chatOf('after', later));
    await changed(olivia, 'plan', { title: 'Open to all' });
    await changed(olivia, 'after');
    await rename(stage, 'Acme 2');
    const { id } = await inviteOne(stage, 'olivia', 'mia@acme.example');
    await mia.event({ topic: 'viewer', type: 'invitation', invitationId: id });
    expect(mia.ofWorkspace('acme').filter(({ seq }) => seq > removal.seq)).toEqual([]);
    expect(oscar.ofWorkspace('acme')).toEqual([]);
    await stage.put(chatOf('theirs', { workspaceIds: ['other'], creatorId: 'petra', ...later }));
    await changed(petra, 'theirs');
    const told = entityEventsOf(petra, 'other').map((event) => event.type === 'changed' && event.entity.id);
    expect(new Set(told), 'and each workspace has its own').toEqual(new Set(['theirs']));
  });
}

/** What changes in a workspace, as it happens. */
export function describeEntityEvents(subject: Subject): void {
  if (subject.without.includes('subscribe')) return;
  describe('the topic of entities', () => {
    describeHostWrites(subject);
    describeListeners(subject);
  });
}
