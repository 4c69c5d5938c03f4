import { describe, expect } from 'vitest';
import { rename, setRole, topicsOf } from './acts.js';
import { inviteOne } from './inviting.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { company, memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };
const increasing = (events: readonly { seq: number }[]) =>
  events.every(({ seq }, index) => index === 0 || seq > (events[index - 1]?.seq ?? Infinity));

/** Who hears what, and until when. */
export function describeTopics(subject: Subject): void {
  describe('a topic', () => {
    scene(subject, 'brings members what they may know, in order', company, async (stage) => {
      const mia = await stage.listen('mia', 'acme');
      await inviteOne(stage, 'adam', 'ian@guests.example');
      await setRole(stage, 'max', 'admin');
      await rename(stage, 'Acme 2');
      await mia.event({ topic: 'workspace', type: 'updated' });
      expect(topicsOf(mia.ofWorkspace('acme'))).toEqual(['members', 'workspace']);
      expect(increasing(mia.ofWorkspace('acme'))).toBe(true);
    });

    scene(subject, 'reads the permission anew at each event', company, async (stage) => {
      const adam = await stage.listen('adam', 'acme');
      const mia = await stage.listen('mia', 'acme');
      await setRole(stage, 'adam', 'member');
      await setRole(stage, 'mia', 'admin');
      const { seq } = await stage.call('olivia', 'workspaces.get', acme);
      const { id } = await inviteOne(stage, 'olivia', 'ian@guests.example');
      await rename(stage, 'Acme 2');
      await adam.event({ topic: 'workspace' });
      await mia.event({ topic: 'workspace' });
      const later = adam.ofWorkspace('acme').filter((event) => event.seq > seq);
      expect(topicsOf(later), 'who came down hears less').toEqual(['workspace']);
      expect(mia.ofWorkspace('acme'), 'who went up hears more').toContainEqual(
        expect.objectContaining({ topic: 'invitations', invitationId: id }),
      );
    });

    scene(
      subject,
      'is closed to a removed member from that moment, but for their own topic',
      company,
      async (stage) => {
        const olivia = await stage.listen('olivia', 'acme');
        const mia = await stage.listen('mia', 'acme');
        await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('mia')] });
        const removal = (await olivia.event({ topic: 'members', type: 'removed' })) as { seq: number };
        await mia.event({ topic: 'stream', type: 'closed', workspaceId: 'acme' });
        await mia.event({ topic: 'viewer', type: 'membership', change: 'removed', workspaceId: 'acme' });
        await rename(stage, 'Acme 2');
        await setRole(stage, 'max', 'admin');
        const { id } = await inviteOne(stage, 'olivia', 'mia@acme.example');
        await mia.event({ topic: 'viewer', type: 'invitation', invitationId: id });
        expect(mia.ofWorkspace('acme').filter(({ seq }) => seq > removal.seq)).toEqual([]);
        expect(
          mia.events.filter(({ topic, ...event }) => topic === 'stream' && 'type' in event && event.type === 'closed'),
        ).toHaveLength(1);
      },
    );

    scene(subject, 'is closed to everybody when the workspace is deleted', company, async (stage) => {
      const mia = await stage.listen('mia', 'acme');
      await stage.call('olivia', 'workspaces.delete', acme);
      await mia.event({ topic: 'stream', type: 'closed', workspaceId: 'acme' });
      await mia.event({ topic: 'viewer', type: 'membership', change: 'removed', workspaceId: 'acme' });
    });

    scene(subject, 'is closed to outsiders, and says the same of what does not exist', company, async (stage) => {
      const oscar = stage.record('oscar', 'acme');
      const ghost = stage.record('oscar', 'ghost');
      const olivia = await stage.listen('olivia', 'acme');
      await oscar.event({ topic: 'stream', type: 'closed', workspaceId: 'acme' });
      await ghost.event({ topic: 'stream', type: 'closed', workspaceId: 'ghost' });
      await rename(stage, 'Acme 2');
      await olivia.event({ topic: 'workspace' });
      const { id } = await inviteOne(stage, 'olivia', 'oscar@nowhere.example');
      await oscar.event({ topic: 'viewer', invitationId: id });
      expect(oscar.ofWorkspace('acme')).toEqual([]);
    });

    scene(subject, 'brings nothing to nobody', company, async (stage) => {
      const nobody = stage.record(null, 'acme');
      const olivia = await stage.listen('olivia', 'acme');
      await rename(stage, 'Acme 2');
      await olivia.event({ topic: 'workspace' });
      expect(nobody.events.filter(({ topic }) => topic !== 'stream')).toEqual([]);
    });
  });
}
