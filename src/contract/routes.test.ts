import { describe, expect, it } from 'vitest';
import { isGuildhallError } from './errors.js';
import { parseInput } from './parse.js';
import { PERMISSIONS } from './permissions.js';
import { operationNames, routes } from './routes/index.js';

const parametersOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
const shapeOf = (name: (typeof operationNames)[number]) =>
  Object.keys((routes[name].input as unknown as { shape: object }).shape);

function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (isGuildhallError(error, 'validation')) return error.details?.fields.map(({ path }) => path);
    throw error;
  }
  return expect.unreachable('it was valid');
}

describe('the routes table', () => {
  it('gives each operation a method and path of its own', () => {
    const places = operationNames.map(
      (name) => `${routes[name].method} ${routes[name].path.replaceAll(/:\w+/g, ':x')}`,
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(operationNames)(
    '%s takes every parameter of its path, refuses what it does not know, and says who may',
    (name) => {
      const { path, access, input, summary } = routes[name];
      expect(shapeOf(name)).toEqual(expect.arrayContaining(parametersOf(path)));
      expect(problemOf(() => parseInput(name, { colour: 'green' }))).toContain('colour');
      expect(input.safeParse(null).success).toBe(false);
      expect(['public', 'signed_in', 'addressee', 'member', ...PERMISSIONS]).toContain(access);
      if (access === 'member' || (PERMISSIONS as readonly string[]).includes(access))
        expect(parametersOf(path)).toContain('workspaceId');
      expect(summary).toMatch(/\.$/);
    },
  );

  it('sends by GET and DELETE nothing but plain values, since they have no body', () => {
    const plain = new Set([
      'workspaceId',
      'memberId',
      'invitationId',
      'paymentMethodId',
      'entityId',
      'kind',
      'parentId',
      'creatorId',
      'search',
      'role',
      'permission',
      'sort',
      'cursor',
      'limit',
    ]);
    for (const name of operationNames.filter((each) => ['GET', 'DELETE'].includes(routes[each].method))) {
      expect(
        shapeOf(name).filter((field) => !plain.has(field)),
        name,
      ).toEqual([]);
    }
  });
});

describe('parseInput', () => {
  it('trims and coerces', () => {
    expect(parseInput('workspaces.create', { name: '  Acme ' })).toEqual({ name: 'Acme' });
    expect(parseInput('members.list', { workspaceId: 'acme', limit: '20' })).toEqual({
      workspaceId: 'acme',
      limit: 20,
    });
  });

  it('names every field that is wrong, with its place', () => {
    const invitations = [
      { email: 'a@b.example', role: 'member' },
      { email: 1, role: 'king', colour: 'green' },
    ];
    const paths = problemOf(() => parseInput('invitations.create', { workspaceId: '', invitations }));
    expect(paths).toEqual(
      expect.arrayContaining(['workspaceId', 'invitations.1.email', 'invitations.1.role', 'invitations.1.colour']),
    );
  });

  it('refuses ids that would bend a path', () => {
    for (const workspaceId of ['.', '..', 'a\u0000b', 'a\nb', '', 'x'.repeat(201)]) {
      expect(problemOf(() => parseInput('workspaces.get', { workspaceId }))).toEqual(['workspaceId']);
    }
    for (const workspaceId of ['...', '.a', 'a.b', '..a', 'ws/1', '日本', 'x'.repeat(200)]) {
      expect(parseInput('workspaces.get', { workspaceId })).toEqual({ workspaceId });
    }
  });
});
