import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Stage, Subject } from '../stage.js';
import { MINUTE, at, memberOf } from '../worlds.js';
import { acme, share } from './acts.js';
import { shared } from './worlds.js';

const notFound = { code: 'not_found' } as const;
const notCreator = { code: 'forbidden', reason: 'not_creator' } as const;
const chat = (entityId: string) => ({ kind: 'chat', entityId });
const opening = (entityId: string) => ({ ...acme, ...chat(entityId), sharing: 'public' });

const sharingIn = async (stage: Stage, entityId: string) =>
  (await stage.call('olivia', 'entities.get', chat(entityId))).entity.sharing;

const activityOf = async (stage: Stage, workspaceId: string) =>
  (await stage.call('olivia', 'activity.list', { workspaceId })).items;

function describeWhoMay(subject: Subject): void {
  scene(
    subject,
    'is changed by its creator, by admins and owners, and shows to outsiders at once',
    shared,
    async (stage) => {
      for (const who of ['max', 'adam', 'olivia']) {
        const opened = await share(stage, who, 'secret', 'public');
        expect(opened).toMatchObject({
          id: 'secret',
          title: 'The secret',
          sharing: 'public',
          creator: { userId: 'max' },
        });
        const seen = await stage.call('oscar', 'entities.get', chat('secret'));
        expect(seen).toMatchObject({ entity: { title: 'The secret', creator: null }, workspaceId: null });
        await stage.call(null, 'entities.get', { kind: 'message', entityId: 'of-secret' });
        expect(await share(stage, who, 'secret', 'private')).toMatchObject({ sharing: 'private' });
        await stage.refused('oscar', 'entities.get', chat('secret'), notFound);
        await stage.refused(null, 'entities.get', { kind: 'message', entityId: 'of-secret' }, notFound);
      }
    },
  );

  scene(subject, 'is nothing for other members, who see it all the same', shared, async (stage) => {
    for (const who of ['mia', 'bill', 'rex'])
      await stage.refused(who, 'entities.setSharing', opening('secret'), notCreator);
    await stage.refused('max', 'entities.setSharing', opening('unsigned'), notCreator);
    expect(await sharingIn(stage, 'secret')).toBe('private');
    expect(await activityOf(stage, 'acme')).toEqual([]);
  });

  scene(subject, 'is nothing for whoever came down, or was removed, also of what they made', shared, async (stage) => {
    await stage.call('olivia', 'members.update', { ...acme, memberId: memberOf('adam'), role: 'member' });
    await stage.refused('adam', 'entities.setSharing', opening('secret'), notCreator);
    await stage.call('olivia', 'members.remove', { ...acme, memberIds: [memberOf('rex')] });
    await stage.refused('rex', 'entities.setSharing', opening('rexs'), notFound);
    await stage.refused('rex', 'entities.setSharing', { ...opening('rexs-open'), sharing: 'private' }, notFound);
    expect([await sharingIn(stage, 'rexs'), await sharingIn(stage, 'rexs-open')]).toEqual(['private', 'public']);
  });

  scene(subject, 'reaches no entity of another workspace, public or not', shared, async (stage) => {
    for (const id of ['theirs', 'theirs-open', 'diary', 'loose', 'loose-open', 'stranded', 'ghost'])
      for (const sharing of ['public', 'private'])
        await stage.refused('olivia', 'entities.setSharing', { ...opening(id), sharing }, notFound);
    await stage.refused('petra', 'entities.setSharing', opening('plan'), notFound);
    const bridge = { kind: 'assistant', entityId: 'bridge', sharing: 'public' } as const;
    await stage.refused('petra', 'entities.setSharing', { ...acme, ...bridge }, notFound);
    const opened = await stage.call('petra', 'entities.setSharing', { workspaceId: 'other', ...bridge });
    expect(opened.sharing, 'where she is at home, it is hers').toBe('public');
  });

  scene(subject, 'is not there for what follows a parent, and for kinds without it', shared, async (stage) => {
    const kind = { code: 'validation', fields: ['kind'] } as const;
    const message = { ...acme, kind: 'message', entityId: 'of-plan', sharing: 'private' };
    await stage.refused('olivia', 'entities.setSharing', message, kind);
    const folder = { ...acme, kind: 'folder', entityId: 'drawer', sharing: 'public' };
    await stage.refused('olivia', 'entities.setSharing', folder, { code: 'unsupported' });
    for (const sharing of ['link', 'workspace', ''])
      await stage.refused('olivia', 'entities.setSharing', { ...opening('plan'), sharing }, { code: 'validation' });
  });
}

function describeTraces(subject: Subject): void {
  scene(subject, 'takes every value but public for private, and opens from there', shared, async (stage) => {
    expect(await share(stage, 'mia', 'half-open-0', 'private')).toMatchObject({ sharing: 'private' });
    await stage.refused('oscar', 'entities.get', chat('half-open-0'), notFound);
    await share(stage, 'mia', 'half-open-0', 'public');
    expect((await stage.call('oscar', 'entities.get', chat('half-open-0'))).entity.sharing).toBe('public');
  });

  scene(subject, 'is told in the activity of the workspace where it was done', shared, async (stage) => {
    await stage.advance(MINUTE);
    const helper = { kind: 'assistant', entityId: 'helper', sharing: 'public' } as const;
    await stage.call('adam', 'entities.setSharing', { ...acme, ...helper });
    const entry = { action: 'entity.sharing_changed', ...helper, title: 'The helper', at: at(MINUTE) };
    expect(await activityOf(stage, 'acme')).toMatchObject([{ ...entry, actor: { userId: 'adam' } }]);
    expect(await activityOf(stage, 'home-olivia'), 'nobody there did it').toEqual([]);
  });

  scene(subject, 'leaves no trace where nothing changed', shared, async (stage) => {
    const before = await stage.call('mia', 'entities.get', chat('plan'));
    expect(await share(stage, 'mia', 'plan', 'public')).toEqual(before.entity);
    expect(await activityOf(stage, 'acme')).toEqual([]);
  });
}

/** Opening to everybody, and closing again. */
export function describeSharing(subject: Subject): void {
  describe('the sharing of an entity', () => {
    describeWhoMay(subject);
    describeTraces(subject);
  });
}
