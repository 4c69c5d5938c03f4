import { describe, expect } from 'vitest';
import { assignableRoles, permissionsOf } from '../../contract/index.js';
import type { Standing } from '../../contract/index.js';
import type { World } from '../world.js';
import { PIXEL } from './samples.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { NOW, company, memberOf } from './worlds.js';

/** One person in workspaces whose names are easy to sort wrongly. */
const many: World = {
  now: NOW,
  users: [{ id: 'olivia', email: 'olivia@acme.example', name: 'Olivia' }],
  workspaces: [
    ...['zebra', 'Ångström', 'apple', 'Äpfel', 'Zebra', '日本支社', 'éclair'].map((name, index) => ({
      id: `w${index}`,
      name,
      members: [{ userId: 'olivia', role: 'owner' as const }],
    })),
    { id: 'home', name: 'My own', homeOf: 'olivia', members: [{ userId: 'olivia', role: 'owner' }] },
  ],
};

const standings: Record<string, Standing> = {
  olivia: { role: 'owner', billingContact: false },
  adam: { role: 'admin', billingContact: false },
  bill: { role: 'member', billingContact: true },
  mia: { role: 'member', billingContact: false },
};

function describeReading(subject: Subject): void {
  scene(
    subject,
    'lists my home first, then by name without regard to case and accents, ties by id',
    many,
    async (stage) => {
      const { items } = await stage.call('olivia', 'workspaces.list', {});
      const names = items.map(({ name }) => name);
      expect(names).toEqual(['My own', 'Ångström', 'Äpfel', 'apple', 'éclair', 'zebra', 'Zebra', '日本支社']);
      expect(items.map(({ isHome }) => isHome)).toEqual([true, ...Array.from({ length: 7 }, () => false)]);
    },
  );

  scene(subject, 'lists what I am a member of, and nothing else', company, async (stage) => {
    const list = async (who: string) => (await stage.call(who, 'workspaces.list', {})).items.map(({ id }) => id);
    expect(await list('olivia')).toEqual(['home-olivia', 'acme']);
    expect(await list('petra')).toEqual(['other']);
    expect(await list('oscar')).toEqual([]);
  });

  scene(subject, 'finds a workspace by any part of its name', many, async (stage) => {
    stage.needs('search');
    const find = async (search: string) =>
      (await stage.call('olivia', 'workspaces.list', { search })).items.map(({ name }) => name);
    expect(await find('ANGS')).toEqual(['Ångström']);
    expect(await find('ebr')).toEqual(['zebra', 'Zebra']);
    expect(await find('支')).toEqual(['日本支社']);
    expect(await find('nothing')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  for (const [userId, standing] of Object.entries(standings)) {
    scene(subject, `tells ${userId} what they are and may do`, company, async (stage) => {
      const workspace = await stage.call(userId, 'workspaces.get', { workspaceId: 'acme' });
      expect(workspace).toMatchObject({ id: 'acme', name: 'Acme', imageUrl: null, isHome: false, memberLimit: null });
      expect(workspace).toMatchObject({ memberCount: 8, ownerCount: 2 });
      expect(workspace.viewer).toEqual({
        memberId: memberOf(userId),
        userId,
        ...standing,
        permissions: permissionsOf(standing),
        assignableRoles: assignableRoles(standing.role),
      });
      const { items } = await stage.call(userId, 'workspaces.list', {});
      expect(items.find(({ id }) => id === 'acme')).toEqual(workspace);
    });
  }

  scene(
    subject,
    'says the same of a workspace that is not mine and of one that does not exist',
    company,
    async (stage) => {
      const foreign = await stage.refused('petra', 'workspaces.get', { workspaceId: 'acme' }, { code: 'not_found' });
      const missing = await stage.refused('petra', 'workspaces.get', { workspaceId: 'ghost' }, { code: 'not_found' });
      expect(foreign.details).toEqual(missing.details);
    },
  );
}

function describeWriting(subject: Subject): void {
  scene(subject, 'makes a workspace that I own', company, async (stage) => {
    const made = await stage.call('oscar', 'workspaces.create', { name: '  Óscar & Co  ' });
    expect(made).toMatchObject({ name: 'Óscar & Co', isHome: false, imageUrl: null, memberCount: 1, ownerCount: 1 });
    expect(made).toMatchObject({ createdAt: NOW, viewer: { role: 'owner', billingContact: false } });
    expect(await stage.call('oscar', 'workspaces.get', { workspaceId: made.id })).toEqual(made);
    const { items } = await stage.call('oscar', 'members.list', { workspaceId: made.id });
    expect(items).toMatchObject([{ id: made.viewer.memberId, userId: 'oscar', role: 'owner', joinedAt: NOW }]);
    await stage.refused('olivia', 'workspaces.get', { workspaceId: made.id }, { code: 'not_found' });
  });

  scene(subject, 'renames a workspace for everybody in it', company, async (stage) => {
    const renamed = await stage.call('adam', 'workspaces.update', { workspaceId: 'acme', name: ' Acme 2 ' });
    expect(renamed.name).toBe('Acme 2');
    expect(await stage.call('adam', 'workspaces.get', { workspaceId: 'acme' })).toEqual(renamed);
    expect((await stage.call('mia', 'workspaces.get', { workspaceId: 'acme' })).name).toBe('Acme 2');
  });

  scene(subject, 'takes any name of one line of 1 to 80 characters, and no other', company, async (stage) => {
    for (const name of [
      'x',
      'x'.repeat(80),
      '日本 🎉 שלום',
      "'; drop table workspaces; --",
      '<b>bold</b>',
      'null',
      '0',
    ]) {
      expect((await stage.call('olivia', 'workspaces.update', { workspaceId: 'acme', name })).name).toBe(name);
    }
    for (const name of [
      '',
      '   ',
      'x'.repeat(81),
      'two\nlines',
      'half \ud800',
      'nul\u0000',
      'tab\there',
      'line\u2028separator',
    ]) {
      const expected = { code: 'validation', fields: ['name'] } as const;
      await stage.refused('olivia', 'workspaces.update', { workspaceId: 'acme', name }, expected);
      await stage.refused('olivia', 'workspaces.create', { name }, expected);
    }
    expect((await stage.call('mia', 'workspaces.get', { workspaceId: 'acme' })).name).toBe('0');
  });

  scene(subject, 'deletes a workspace for everybody in it', company, async (stage) => {
    await stage.call('otto', 'workspaces.delete', { workspaceId: 'acme' });
    for (const who of ['otto', 'olivia', 'mia']) {
      await stage.refused(who, 'workspaces.get', { workspaceId: 'acme' }, { code: 'not_found' });
      await stage.refused(who, 'members.list', { workspaceId: 'acme' }, { code: 'not_found' });
    }
    expect((await stage.call('olivia', 'workspaces.list', {})).items.map(({ id }) => id)).toEqual(['home-olivia']);
    await stage.refused('otto', 'workspaces.delete', { workspaceId: 'acme' }, { code: 'not_found' });
  });

  scene(subject, 'never deletes a home', company, async (stage) => {
    for (const who of ['olivia', 'otto']) {
      const expected = { code: 'conflict', reason: 'home_workspace' } as const;
      await stage.refused(who, 'workspaces.delete', { workspaceId: 'home-olivia' }, expected);
    }
    expect((await stage.call('olivia', 'workspaces.get', { workspaceId: 'home-olivia' })).isHome).toBe(true);
  });
}

function describePictures(subject: Subject): void {
  scene(subject, 'sets, replaces and removes a picture', company, async (stage) => {
    const withPicture = await stage.call('adam', 'workspaces.setImage', { workspaceId: 'acme', image: PIXEL });
    expect(withPicture.imageUrl).toMatch(/\S/);
    expect((await stage.call('mia', 'workspaces.get', { workspaceId: 'acme' })).imageUrl).toBe(withPicture.imageUrl);
    const without = await stage.call('adam', 'workspaces.removeImage', { workspaceId: 'acme' });
    expect(without.imageUrl).toBeNull();
    expect(await stage.call('adam', 'workspaces.removeImage', { workspaceId: 'acme' })).toMatchObject({
      imageUrl: null,
    });
  });

  scene(subject, 'refuses what is no picture, or not of the kind that it says', company, async (stage) => {
    const refuse = (image: unknown, field: string) =>
      stage.refused(
        'adam',
        'workspaces.setImage',
        { workspaceId: 'acme', image },
        { code: 'validation', fields: [field] },
      );
    await refuse({ ...PIXEL, contentType: 'image/svg+xml' }, 'image.contentType');
    await refuse({ ...PIXEL, contentType: 'image/jpeg' }, 'image.data');
    await refuse({ ...PIXEL, data: 'not base64!' }, 'image.data');
    await refuse({ ...PIXEL, data: btoa('<svg onload="alert(1)"></svg>') }, 'image.data');
    expect((await stage.call('mia', 'workspaces.get', { workspaceId: 'acme' })).imageUrl).toBeNull();
  });
}

/** The workspaces that somebody is in. */
export function describeWorkspaces(subject: Subject): void {
  describe('workspaces', () => {
    describeReading(subject);
    describeWriting(subject);
    describePictures(subject);
  });
}
