import { describe, expect, it } from 'vitest';
import { toKinds } from '../../src/entities/toKinds.js';
import type { EntitiesOptions } from '../../src/entities/toKinds.js';

describe('registering kinds', () => {
  it('fills in what a host calls as usual', () => {
    const kinds = toKinds({
      chat: { table: 'chats' },
      assistant: { table: 'assistants', via: 'assistant_workspaces' },
      message: { table: 'messages', parent: 'chat' },
      file: { table: 'files', parent: 'assistant', via: 'assistant_files' },
    });
    expect(kinds.map(({ name }) => name)).toEqual(['chat', 'assistant', 'message', 'file']);
    const [chat, assistant, message, file] = kinds;
    expect(chat).toEqual({
      name: 'chat',
      table: { schema: 'public', name: 'chats' },
      id: 'id',
      place: { by: 'column', column: 'workspace_id' },
      sharing: 'sharing',
      creator: 'user_id',
      title: 'name',
      createdAt: undefined,
      updatedAt: 'updated_at',
      icon: null,
      url: null,
      urlOf: null,
    });
    expect(assistant?.place).toEqual({
      by: 'join',
      table: { schema: 'public', name: 'assistant_workspaces' },
      entityColumn: 'assistant_id',
      workspaceColumn: 'workspace_id',
    });
    expect(message?.place).toEqual({ by: 'parent', parent: chat, column: 'chat_id' });
    expect(message?.sharing).toBeNull();
    expect(file?.place).toEqual({
      by: 'parentJoin',
      parent: assistant,
      table: { schema: 'public', name: 'assistant_files' },
      entityColumn: 'file_id',
      parentColumn: 'assistant_id',
    });
  });

  it('keeps the order of the host, also where a child stands first', () => {
    const kinds = toKinds({ message: { table: 'messages', parent: 'chat' }, chat: { table: 'chats' } });
    expect(kinds.map(({ name }) => name)).toEqual(['message', 'chat']);
  });

  it('registers nothing where there is nothing', () => {
    expect(toKinds({})).toEqual([]);
  });

  it.each<[string, EntitiesOptions, RegExp]>([
    ['a name that is none', { Chat: { table: 'chats' } }, /^entities\.Chat: call a kind by a small letter/],
    ['a name with a quote', { "cha't": { table: 'chats' } }, /^entities\.cha't: call a kind/],
    ['a name of 41 letters', { [`c${'x'.repeat(40)}`]: { table: 'chats' } }, /40 at most/],
    [
      'an unknown parent',
      { a: { table: 'a', parent: 'b' }, c: { table: 'c' } },
      /^entities\.a: its parent b is no kind: there is c\./,
    ],
    [
      'a parent by a name of JavaScript’s',
      { a: { table: 'a', parent: 'toString' } },
      /parent toString is no kind: there is no other\./,
    ],
    ['itself as its parent', { a: { table: 'a', parent: 'a' } }, /^entities\.a: it is below itself/],
    [
      'a circle',
      { a: { table: 'a', parent: 'b' }, b: { table: 'b', parent: 'c' }, c: { table: 'c', parent: 'a' } },
      /^entities\.a: it is below itself: one of its parents must have none\./,
    ],
    [
      'a parent and a sharing',
      { chat: { table: 'chats' }, message: { table: 'messages', parent: 'chat', columns: { sharing: 'sharing' } } },
      /^entities\.message: who sees the parent sees it.*leave columns\.sharing out/,
    ],
    [
      'a parent and a workspace',
      { chat: { table: 'chats' }, message: { table: 'messages', parent: 'chat', columns: { workspace: 'w' } } },
      /^entities\.message: it is where its parent is: leave columns\.workspace out/,
    ],
    [
      'a parent column without a parent',
      { chat: { table: 'chats', parentColumn: 'of' } },
      /^entities\.chat: parentColumn says nothing/,
    ],
    [
      'a join table and a workspace column',
      { chat: { table: 'chats', via: 'chat_workspaces', columns: { workspace: 'w' } } },
      /^entities\.chat: .*leave columns\.workspace out/,
    ],
    [
      'a join table and a parent column',
      { chat: { table: 'chats' }, file: { table: 'files', parent: 'chat', via: 'chat_files', parentColumn: 'of' } },
      /^entities\.file: .*leave parentColumn out/,
    ],
    ['an empty table', { chat: { table: '' } }, /^entities\.chat: .*table/],
  ])('refuses %s, and says which kind and how to mend it', (_what, options, message) => {
    expect(() => toKinds(options)).toThrow(message);
  });
});
