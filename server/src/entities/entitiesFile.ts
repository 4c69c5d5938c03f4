import { z } from 'zod';
import { readJsonFile } from '../jsonFile.js';
import type { Kind } from './kinds.js';
import { toKinds } from './toKinds.js';
import type { EntitiesOptions } from './toKinds.js';

const tableName = z.union([z.string().min(1), z.strictObject({ schema: z.string().min(1), name: z.string().min(1) })]);
const column = z.string().min(1).optional();
const optionalColumn = z.string().min(1).nullable().optional();

const entityOptions = z.strictObject({
  table: tableName,
  via: z.union([z.string().min(1), z.strictObject({ table: tableName, entity: column, other: column })]).optional(),
  parent: z.string().optional(),
  parentColumn: column,
  columns: z
    .strictObject({
      id: column,
      workspace: column,
      sharing: optionalColumn,
      creator: optionalColumn,
      title: optionalColumn,
      createdAt: optionalColumn,
      updatedAt: column,
      icon: optionalColumn,
      url: optionalColumn,
    })
    .optional(),
});

const file = z.record(z.string(), entityOptions) satisfies z.ZodType<EntitiesOptions>;

/**
 * The kinds that commands work on: the same registration as `entities` of `createGuildhall`, in a JSON file that both
 * can read.
 *
 * @throws Error that says what to set, or what is wrong in the file
 */
export async function kindsFromConfig({ entitiesFile }: { entitiesFile: string | undefined }): Promise<Kind[]> {
  if (entitiesFile === undefined)
    throw new Error('Set GUILDHALL_ENTITIES to a JSON file with what is registered as entities of createGuildhall.');
  const variable = 'GUILDHALL_ENTITIES';
  return toKinds(await readJsonFile({ variable, path: entitiesFile, schema: file, what: 'kinds by name' }));
}
