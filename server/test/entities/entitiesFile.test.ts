import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsFromConfig } from '../../src/entities/entitiesFile.js';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guildhall-entities-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function read(content: string) {
  const entitiesFile = join(directory, 'entities.json');
  await writeFile(entitiesFile, content);
  return kindsFromConfig({ entitiesFile });
}

describe('GUILDHALL_ENTITIES', () => {
  it('names a file with what createGuildhall is given', async () => {
    const kinds = await read(
      JSON.stringify({
        chat: { table: 'chats' },
        message: { table: 'messages', parent: 'chat' },
        prompt: { table: { schema: 'studio', name: 'prompts' }, columns: { workspace: 'space', sharing: null } },
      }),
    );
    expect(kinds.map(({ name }) => name)).toEqual(['chat', 'message', 'prompt']);
    expect(kinds[1]?.place).toMatchObject({ by: 'parent', parent: kinds[0] });
    expect(kinds[2]).toMatchObject({ table: { schema: 'studio', name: 'prompts' }, sharing: null });
  });

  it.each([
    ['{', /entities\.json: it is not JSON/],
    ['{"chat":{}}', /at chat\.table/],
    ['{"chat":{"table":"chats","colums":{}}}', /at chat: .*colums/],
    ['{"message":{"table":"messages","parent":"chat"}}', /entities\.message: its parent chat is no kind/],
  ])('says what is wrong in %s', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it('says what to set where no file is named, or none is there', async () => {
    await expect(kindsFromConfig({ entitiesFile: undefined })).rejects.toThrow(/Set GUILDHALL_ENTITIES/);
    await expect(kindsFromConfig({ entitiesFile: join(directory, 'none.json') })).rejects.toThrow(/cannot be read/);
  });
});
