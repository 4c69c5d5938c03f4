import { describe, expect } from 'vitest';
import { rename, setRole, topicsOf } from './acts.js';
import { inviteOne } from './inviting.js';
import { expectGapless } from './recording.js';
import { PIXEL } from './samples.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { company, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
function describeOwnTopic(subject: Subject): void {
  scene(subject, 'brings me my invitations and memberships, wherever I am', company, async (stage) => {
    const ivy = await stage.listen('ivy');
    const { id: workspaceId } = await stage.call('ivy', 'workspaces.create', { name: 'Mine' });
    await ivy.event({ topic: 'viewer', type: 'membership', change: 'added', workspaceId });
    await stage.call('adam', 'invitations.resend', { ...acme, invitationId: 'for-ivy' });
    await ivy.event({ topic: 'viewer', type: 'invitation', invitationId: 'for-ivy' });
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    await ivy.event({ topic: 'viewer', type: 'membership', change: 'added', workspaceId: 'acme' });
    const { viewer } = await stage.call('ivy', 'workspaces.get', acme);
    await stage.call('olivia', 'members.update', { ...acme, memberId: viewer.memberId, role: 'admin' });
    await ivy.event({ topic: 'viewer', type: 'membership', change: 'updated', workspaceId: 'acme' });
    await stage.call('olivia', 'members.remove', { ...acme, memberIds: [viewer.memberId] });
    const removed = await ivy.event({ topic: 'viewer', type: 'membership', change: 'removed', workspaceId: 'acme' });
    expectGapless(ivy.ofViewer());
    expect((await stage.call('ivy', 'workspaces.list', {})).seq).toBe((removed as { seq: number }).seq);
    expect(topicsOf(ivy.events), 'nothing of a workspace that is not asked for').toEqual(['stream', 'viewer']);
  });

  scene(
    subject,
    'tells the invited, once their address is verified, of sending and taking back',
    company,
    async (stage) => {
      const ian = await stage.listen('ian');
      const oscar = await stage.listen('oscar');
      const { id } = await inviteOne(stage, 'adam', 'IAN@guests.example');
      await ian.event({ topic: 'viewer', type: 'invitation', invitationId: id });
      const seen = ian.events.length;
      await stage.call('adam', 'invitations.revoke', { ...acme, invitationId: id });
      await ian.event({ topic: 'viewer', type: 'invitation', invitationId: id }, seen);
      const { id: toOscar } = await inviteOne(stage, 'adam', 'oscar@nowhere.example');
      await oscar.event({ topic: 'viewer', invitationId: toOscar });
      expect(oscar.ofViewer(), 'nobody hears of what is for others').toHaveLength(1);
    },
  );
}

function describeWorkspaceTopics(subject: Subject): void {
  scene(subject, 'opens with `ready`, and says where the logs stand', company, async (stage) => {
    await rename(stage, 'Acme 2');
    const { seq } = await stage.call('olivia', 'workspaces.get', acme);
    const { seq: viewer } = await stage.call('olivia', 'workspaces.list', {});
    const olivia = stage.record('olivia', 'acme');
    await olivia.event({ topic: 'stream', type: 'ready' });
    expect(olivia.events).toEqual([{ topic: 'stream', type: 'ready', viewer, workspace: { id: 'acme', seq } }]);
    expect(olivia.statuses.at(-1)).toBe('open');
  });

  scene(subject, 'brings an owner everything, numbered without a gap and in order', company, async (stage) => {
    const olivia = await stage.listen('olivia', 'acme');
    const { seq: before } = await stage.call('olivia', 'workspaces.get', acme);
    await rename(stage, 'Acme 2');
    await stage.call('olivia', 'workspaces.setImage', { ...acme, image: PIXEL });
    await inviteOne(stage, 'adam', 'ian@guests.example');
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    await setRole(stage, 'mia', 'admin');
    await stage.call('adam', 'members.remove', { ...acme, memberIds: [memberOf('max'), memberOf('rex')] });
    await stage.call('otto', 'members.transferOwnership', { ...acme, memberId: memberOf('adam') });
    await stage.call('bill', 'members.leave', acme);
    const { seq: after } = await stage.call('olivia', 'workspaces.get', acme);
    await olivia.until(`event ${after}`, (events) =>
      events.find((event) => 'seq' in event && event.topic !== 'viewer' && event.seq === after),
    );
    const events = olivia.ofWorkspace('acme');
    expectGapless(events);
    expect([events[0]?.seq, events.at(-1)?.seq]).toEqual([before + 1, after]);
    expect(topicsOf(events)).toEqual(['activity', 'invitations', 'members', 'workspace']);
    const gone = events.flatMap((event) =>
      event.topic === 'members' && event.type === 'removed' ? [event.memberId] : [],
    );
    expect(gone).toEqual([memberOf('max'), memberOf('rex'), memberOf('bill')]);
  });

  scene(subject, 'brings a member as the list shows it', company, async (stage) => {
    const mia = await stage.listen('mia', 'acme');
    const updated = await setRole(stage, 'adam', 'member');
    const update = await mia.event({ topic: 'members', type: 'updated' });
    expect(update).toMatchObject({ member: updated });
    await stage.call('ivy', 'invitations.accept', { invitationId: 'for-ivy' });
    const added = await mia.event({ topic: 'members', type: 'added' });
    const { items } = await stage.call('mia', 'members.list', { ...acme, limit: 200 });
    expect(added).toMatchObject({ member: items.find(({ userId }) => userId === 'ivy') });
  });

  scene(subject, 'tells with every answer how far in the log it is', company, async (stage) => {
    const olivia = await stage.listen('olivia', 'acme');
    const stale = await stage.call('olivia', 'members.list', acme);
    const answer = await rename(stage, 'Acme 2');
    const renamed = (await olivia.event({ topic: 'workspace', type: 'updated' })) as { seq: number };
    expect(renamed.seq, 'newer than the answer before it').toBeGreaterThan(stale.seq);
    expect(answer.seq, 'the answer to a write has it in itself').toBeGreaterThanOrEqual(renamed.seq);
    await setRole(stage, 'max', 'admin');
    const promoted = (await olivia.event({ topic: 'members', type: 'updated' })) as { seq: number };
    expect(promoted.seq).toBeGreaterThan(answer.seq);
    const fresh = await stage.call('olivia', 'members.list', acme);
    expect(fresh.seq).toBeGreaterThanOrEqual(promoted.seq);
    expect((await stage.call('olivia', 'invitations.list', acme)).seq).toBe(fresh.seq);
    expect((await stage.call('olivia', 'activity.list', acme)).seq).toBe(fresh.seq);
    expect((await stage.call('olivia', 'workspaces.get', acme)).seq).toBe(fresh.seq);
  });

  scene(subject, 'ends when I say so, also when I say so twice', company, async (stage) => {
    const quiet = await stage.listen('olivia', 'acme');
    const still = await stage.listen('olivia', 'acme');
    quiet.stop();
    quiet.stop();
    const before = quiet.events.length;
    await rename(stage, 'Acme 2');
    await still.event({ topic: 'workspace' });
    expect(quiet.events).toHaveLength(before);
  });
}

/** What a stream brings, to whom, and in which order. */
export function describeSubscribe(subject: Subject): void {
  describe('the stream', () => {
    describeOwnTopic(subject);
    describeWorkspaceTopics(subject);
  });
}
