import { describe, expect } from 'vitest';
import { operationNames, routes } from '../../contract/index.js';
import type { OperationName } from '../../contract/index.js';
import { sampleOf, tokenOf, worldOf } from './samples.js';
import { fieldsOf, scene } from './stage.js';
import type { Subject } from './stage.js';
import { company, memberOf } from './worlds.js';

/** Who may ask for an operation, whatever else is wrong. */
const askerOf = (name: OperationName) => (routes[name].access === 'addressee' ? 'ivy' : 'olivia');

const isInPath = (name: OperationName, field: string) => routes[name].path.includes(`:${field}`);

/** Whether something of its input travels in a body. */
const hasBody = (name: OperationName) =>
  !['GET', 'DELETE'].includes(routes[name].method) &&
  Object.keys(routes[name].input.shape).some((field) => !isInPath(name, field));

/** Values that are wrong somewhere. */
const ODD_VALUES = [
  null,
  true,
  -1,
  1.5,
  '',
  'x'.repeat(5000),
  'king',
  {},
  [],
  [null],
  [{}],
  { contentType: 'text/html' },
];

/** The inputs that go wrong in one field of the body, by what the schema says. */
function wrongBodies(name: OperationName, sample: object): { field: string; input: object }[] {
  const fields = Object.keys(sample).filter((field) => !isInPath(name, field));
  return fields.flatMap((field) => {
    const { [field]: _left, ...rest } = sample as Record<string, unknown>;
    const inputs = [rest, ...ODD_VALUES.map((value) => ({ ...rest, [field]: value }))];
    return inputs.filter((input) => !routes[name].input.safeParse(input).success).map((input) => ({ field, input }));
  });
}

function describeFields(subject: Subject): void {
  for (const name of operationNames) {
    scene(subject, `${name} refuses what it does not know, and names it`, worldOf(name), async (stage) => {
      const sample = await sampleOf(stage, name);
      const input = { ...sample, colour: 'green' };
      await stage.refused(askerOf(name), name, input, { code: 'validation', fields: ['colour'] });
    });
  }

  for (const name of operationNames.filter(hasBody)) {
    scene(
      subject,
      `${name} refuses wrong types, missing fields and wrong values, and names the field`,
      worldOf(name),
      async (stage) => {
        const wrong = wrongBodies(name, await sampleOf(stage, name));
        expect(wrong.length).toBeGreaterThan(0);
        for (const { field, input } of wrong) {
          const error = await stage.refused(askerOf(name), name, input, { code: 'validation' });
          const paths = fieldsOf(error).map((path) => path.split('.')[0]);
          expect(paths, `${name} names ${field}`).toContain(field);
        }
      },
    );
  }

  scene(subject, 'refuses wrong filters and page sizes, and names the field', company, async (stage) => {
    const wrong = {
      limit: [0, -1, 201, 1.5, 'ten', ''],
      role: ['king', ''],
      sort: ['age', ''],
      search: ['x'.repeat(201)],
    };
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const input = { workspaceId: 'acme', [field]: value };
        await stage.refused('olivia', 'members.list', input, { code: 'validation', fields: [field] });
      }
    }
    await stage.call('olivia', 'members.list', { workspaceId: 'acme', limit: 200 });
  });

  scene(subject, 'names a field inside a list by its place', company, async (stage) => {
    const invitations = [
      { email: 'a@b.example', role: 'member' },
      { email: 'c@d.example', role: 'king' },
    ];
    const input = { workspaceId: 'acme', invitations };
    await stage.refused('olivia', 'invitations.create', input, { code: 'validation', fields: ['invitations.1.role'] });
    const many = Array.from({ length: 101 }, (_, index) => ({ email: `p${index}@b.example`, role: 'member' as const }));
    const tooMany = { workspaceId: 'acme', invitations: many };
    await stage.refused('olivia', 'invitations.create', tooMany, { code: 'validation', fields: ['invitations'] });
    expect((await stage.call('olivia', 'invitations.list', { workspaceId: 'acme' })).items).toHaveLength(2);
  });
}

function describeCalls(subject: Subject): void {
  scene(subject, 'rejects with the reason of the signal, untouched', company, async (stage) => {
    stage.needs('workspaces.update');
    const reason = new Error('the person went elsewhere');
    const { workspaces } = stage.as('olivia');
    const early = { signal: AbortSignal.abort(reason) };
    await expect(workspaces.list({}, early)).rejects.toBe(reason);
    await expect(workspaces.update?.({ workspaceId: 'acme', name: 'Never' }, early)).rejects.toBe(reason);
    const controller = new AbortController();
    const pending = workspaces.list({}, { signal: controller.signal });
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
    expect((await stage.call('olivia', 'workspaces.get', { workspaceId: 'acme' })).name).toBe('Acme');
  });

  scene(
    subject,
    'answers with copies: changing an answer, or an input afterwards, changes nothing',
    company,
    async (stage) => {
      stage.needs('members.remove', 'activity.list', 'workspaces.update');
      const list = () => stage.call('olivia', 'members.list', { workspaceId: 'acme' });
      const first = await list();
      const before = structuredClone(first);
      for (const member of first.items) member.role = 'owner';
      first.items.length = 0;
      expect(await list()).toEqual(before);
      await stage.call('olivia', 'workspaces.update', { workspaceId: 'acme', name: 'Acme 2' });
      const activity = () => stage.call('olivia', 'activity.list', { workspaceId: 'acme' });
      const told = await activity();
      const toldBefore = structuredClone(told);
      for (const { actor } of told.items) if (actor) actor.name = 'Somebody else';
      expect(await activity()).toEqual(toldBefore);
      const memberIds = [memberOf('max')];
      const removing = stage.call('olivia', 'members.remove', { workspaceId: 'acme', memberIds });
      await removing;
      memberIds[0] = 'changed';
      expect((await list()).items).toHaveLength(before.items.length - 1);
    },
  );

  scene(subject, 'asks who it is before it looks at the input', company, async (stage) => {
    await stage.refused(null, 'workspaces.create', { name: '' }, { code: 'unauthenticated' });
    const token = await tokenOf(stage, 'for-ivy');
    await stage.refused(
      null,
      'invitations.preview',
      { token, colour: 'green' },
      { code: 'validation', fields: ['colour'] },
    );
  });
}

/** What may be asked, and how a wrong question is answered. */
export function describeInputs(subject: Subject): void {
  describe('inputs', () => {
    describeFields(subject);
    describeCalls(subject);
  });
}
