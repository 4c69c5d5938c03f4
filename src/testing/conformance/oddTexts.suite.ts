import { describe, expect } from 'vitest';
import { isGuildhallError } from '../../contract/index.js';
import type { OperationName } from '../../contract/index.js';
import { invite } from './inviting.js';
import { tokenOf } from './samples.js';
import { scene } from './stage.js';
import type { Subject } from './stage.js';
import { company } from './worlds.js';

/** Ids that bend a path, end a string, or are no text that a database can hold. */
const ODD_IDS = [
  '.',
  '..',
  '%2e%2e',
  '../acme',
  'acme/members',
  'acme?x=1',
  'acme#x',
  '%',
  '%00',
  'a\u0000b',
  "' or '1'='1",
  ' ',
  '日本',
  '🎉',
  '\ud800',
  'null',
  '__proto__',
  'x'.repeat(200),
  'x'.repeat(201),
  '',
];

/** Ids and searches are data, whatever they look like. */
export function describeOddTexts(subject: Subject): void {
  describe('odd texts', () => {
    scene(subject, 'takes any id for what it is, and never for a path', company, async (stage) => {
      const isRefused = (name: OperationName, input: object) =>
        stage.refused('olivia', name, input, { code: ['not_found', 'validation'] });
      for (const odd of ODD_IDS) {
        await isRefused('workspaces.get', { workspaceId: odd });
        await isRefused('workspaces.delete', { workspaceId: odd });
        await isRefused('members.list', { workspaceId: odd });
        await isRefused('members.update', { workspaceId: 'acme', memberId: odd, role: 'member' });
        await isRefused('invitations.revoke', { workspaceId: 'acme', invitationId: odd });
        await isRefused('invitations.resend', { workspaceId: 'acme', invitationId: odd });
        await isRefused('invitations.accept', { invitationId: odd });
      }
      const workspace = await stage.call('olivia', 'workspaces.get', { workspaceId: 'acme' });
      expect(workspace, 'nothing was hit by accident').toMatchObject({
        name: 'Acme',
        memberCount: 8,
        viewer: { role: 'owner' },
      });
      expect((await stage.call('olivia', 'invitations.list', { workspaceId: 'acme' })).items).toHaveLength(2);
    });

    scene(subject, 'survives what is no text at all: halves of characters, and NUL', company, async (stage) => {
      const token = await tokenOf(stage, 'for-ivy');
      for (const odd of ['\u0000', 'a\u0000b', '\ud800', '\udfff x']) {
        await stage.refused(null, 'invitations.preview', { token: odd }, { code: ['not_found', 'validation'] });
        await stage.refused(null, 'invitations.preview', { token: token + odd }, { code: ['not_found', 'validation'] });
        for (const ask of [
          () => stage.call('olivia', 'members.list', { workspaceId: 'acme', search: odd }),
          () => stage.call('olivia', 'workspaces.create', { name: odd }),
          () => invite(stage, 'olivia', [`${odd}@guests.example`]),
        ]) {
          const error = await ask().then(
            () => null,
            (thrown: unknown) => thrown,
          );
          expect(
            error === null || isGuildhallError(error, 'validation'),
            `${JSON.stringify(odd)}: ${String(error)}`,
          ).toBe(true);
        }
      }
      expect((await stage.call('olivia', 'invitations.list', { workspaceId: 'acme' })).items).toHaveLength(2);
    });

    scene(subject, 'searches for any text', company, async (stage) => {
      stage.needs('search');
      for (const search of ['\ud800', '\u0001', '🎉', '\\', "'", '%%', ' ', '&role=owner', '#', '+']) {
        const found = await stage.call('olivia', 'members.list', { workspaceId: 'acme', search });
        expect(
          found.items.every(({ name, email }) => search.trim() === '' || `${name} ${email}`.includes(search)),
        ).toBe(true);
        await stage.call('olivia', 'invitations.list', { workspaceId: 'acme', search });
        await stage.call('olivia', 'workspaces.list', { search });
      }
    });
  });
}
