import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './run.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.data']);

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !NOT_SOURCES.has(name));
  names.sort();
  return names.flatMap((name) => filesOf(join(path, name)));
}

/**
 * What the inputs contain. Content, not dates: a checkout touches files without changing them.
 * @param {string[]} inputs files and folders, from the root
 */
function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of inputs.flatMap((input) => filesOf(join(ROOT, input)))) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} name */
const noteOf = (name) => join(ROOT, 'node_modules', '.cache', 'guildhall', name);

/**
 * Does the work where the inputs differ from those of the last time, or the output is gone.
 * @param {string} name
 * @param {{ inputs: string[], output: string }} files from the root
 * @param {() => Promise<boolean>} work true where it succeeded
 * @returns {Promise<boolean>} whether the output is there and up to date
 */
export async function freshen(name, { inputs, output }, work) {
  const note = noteOf(name);
  const now = fingerprint(inputs);
  if (existsSync(join(ROOT, output)) && existsSync(note) && readFileSync(note, 'utf8') === now) return true;
  if (!(await work())) return false;
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, fingerprint(inputs));
  return true;
}
