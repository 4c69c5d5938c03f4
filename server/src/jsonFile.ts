import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/** A file that a variable of the environment names, and what it must hold. */
export interface JsonFile<T> {
  /** `GUILDHALL_PLANS`. */
  readonly variable: string;
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What it holds, in the words of a sentence: `a list of plans`. */
  readonly what: string;
}

/** @throws Error that names the variable and the file, and what is wrong in it */
export async function readJsonFile<T>({ variable, path, schema, what }: JsonFile<T>): Promise<T> {
  const fail = (why: string, cause?: unknown) => new Error(`${variable}, ${path}: ${why}`, { cause });
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fail('it cannot be read.', error);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fail('it is not JSON.', error);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw fail(`it must hold ${what}; at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}
