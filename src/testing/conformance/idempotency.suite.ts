import { describe, expect } from 'vitest';
import { isGuildhallError, operationNames, routes } from '../../contract/index.js';
import type { OperationName } from '../../contract/index.js';
import { pictureOfAccount } from './billing/acts.js';
import { inviteOne } from './inviting.js';
import { sampleOf, worldOf } from './samples.js';
import { scene } from './stage.js';
import type { Stage, Subject } from './stage.js';
import { HOUR, company } from './worlds.js';

const acme = { workspaceId: 'acme' };
const reused = { code: 'conflict', reason: 'idempotency_key_reused' } as const;
const writes = operationNames.filter((name) => routes[name].method !== 'GET' && name !== 'invitations.preview');
const askerOf = (name: OperationName) => (routes[name].access === 'addressee' ? 'ivy' : 'otto');

const itemsOf = async (stage: Stage, name: 'entities.list' | 'activity.list') =>
  (await stage.call('olivia', name, name === 'entities.list' ? { ...acme, kind: 'chat' } : acme)).items;

/** What a second call must not change. */
async function tracesOf(stage: Stage, name: OperationName): Promise<unknown> {
  if (name === 'workspaces.delete') return null;
  if (name.startsWith('billing.')) return pictureOfAccount(stage);
  // What the host's tables tell comes by itself, later: the log is no measure of it.
  if (name.startsWith('entities.'))
    return [await itemsOf(stage, 'entities.list'), await itemsOf(stage, 'activity.list')];
  return (await stage.call('olivia', 'workspaces.get', acme)).seq;
}

/** One intent, one effect, however often it is asked for. */
export function describeIdempotency(subject: Subject): void {
  describe('an idempotency key', () => {
    for (const name of writes) {
      scene(subject, `gives ${name} its effect once, and the same answer again`, worldOf(name), async (stage) => {
        const input = await sampleOf(stage, name);
        const call = { idempotencyKey: 'one-intent' };
        const first = await stage.call(askerOf(name), name, input, call);
        const before = await tracesOf(stage, name);
        await stage.advance(HOUR);
        expect(await stage.call(askerOf(name), name, input, call)).toEqual(first);
        expect(await tracesOf(stage, name), 'nothing happened the second time').toEqual(before);
      });
    }

    scene(subject, 'makes one workspace of two calls, and two without it', company, async (stage) => {
      const make = (idempotencyKey?: string) =>
        stage.call('oscar', 'workspaces.create', { name: 'New' }, { idempotencyKey });
      const first = await make('k');
      expect(await make('k')).toEqual(first);
      expect((await make('other')).id).not.toBe(first.id);
      expect((await make()).id).not.toBe((await make()).id);
      expect((await stage.call('oscar', 'workspaces.list', {})).items).toHaveLength(4);
    });

    scene(subject, 'is refused for another input or another operation', company, async (stage) => {
      const call = { idempotencyKey: 'k' };
      await stage.call('olivia', 'workspaces.update', { ...acme, name: 'One' }, call);
      await stage.refused('olivia', 'workspaces.update', { ...acme, name: 'Two' }, reused, call);
      await stage.refused('olivia', 'workspaces.create', { name: 'One' }, reused, call);
      expect((await stage.call('olivia', 'workspaces.get', acme)).name).toBe('One');
    });

    scene(subject, 'is its own for each person', company, async (stage) => {
      const call = { idempotencyKey: 'k' };
      const mine = await stage.call('oscar', 'workspaces.create', { name: 'Mine' }, call);
      const theirs = await stage.call('petra', 'workspaces.create', { name: 'Theirs' }, call);
      expect(theirs.id).not.toBe(mine.id);
    });

    scene(
      subject,
      'opens nothing to those who may no longer: permissions are asked anew for anything new',
      company,
      async (stage) => {
        await inviteOne(stage, 'adam', 'ian@guests.example');
        await stage.call('olivia', 'members.remove', { ...acme, memberIds: ['acme.adam'] });
        await stage.refused(
          'adam',
          'workspaces.update',
          { ...acme, name: 'Mine' },
          { code: 'not_found' },
          { idempotencyKey: 'k' },
        );
        expect((await stage.call('olivia', 'workspaces.get', acme)).name).toBe('Acme');
      },
    );

    scene(subject, 'is not used up by a refusal that changed nothing', company, async (stage) => {
      const call = { idempotencyKey: 'k' };
      await stage.refused('oscar', 'workspaces.create', { name: '' }, { code: 'validation', fields: ['name'] }, call);
      expect((await stage.call('oscar', 'workspaces.create', { name: 'New' }, call)).name).toBe('New');
    });

    scene(subject, 'holds when both calls are made at once', company, async (stage) => {
      stage.needs('workspaces.create');
      const make = () => stage.call('oscar', 'workspaces.create', { name: 'New' }, { idempotencyKey: 'k' });
      const answers = await Promise.allSettled([make(), make(), make()]);
      const made = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.id] : []));
      expect(new Set(made).size, 'those that were answered got the same answer').toBe(1);
      for (const answer of answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) {
        expect(isGuildhallError(answer.reason, 'conflict') && answer.reason.details?.reason).toBe(
          'idempotency_in_progress',
        );
      }
      expect((await stage.call('oscar', 'workspaces.list', {})).items).toHaveLength(1);
    });
  });
}
