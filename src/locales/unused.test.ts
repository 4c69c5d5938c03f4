import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishSets } from '../../test/support/english.js';
import { filesBelow } from '../../test/support/files.js';

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Sources that may speak: neither words themselves nor tests. */
const sources: readonly Source[] = filesBelow('src', /\.tsx?$/)
  .filter((path) => !/\.test\.tsx?$|^src\/(?:locales|testing|adapters)\//.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names of properties: the contract's tables have reasons and codes as these. */
const propertiesIn = (text: string) => [...text.matchAll(/\b(\w+):/g)].map(([, key = '']) => RegExp(`^${key}$`));

/** What is quoted in a source, as patterns: `'close'`, and `flat_${interval}`, which is all that it can become. */
function quotedIn(text: string): RegExp[] {
  const plain = [...text.matchAll(/'(\w+)'/g)].map(([, key = '']) => key);
  const made = [...text.matchAll(/`((?:\w|\$\{[^}`]*\})+)`/g)].map(([, key = '']) => key);
  return [...new Set([...plain, ...made])].map((key) =>
    RegExp(
      `^${key
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join('\\w+')}$`,
    ),
  );
}

/** The folder of a component, or of what several of them share. */
const folderOf = dirname;

/** The files that a source imports, as paths from the root. */
const importsOf = ({ path, text }: Source) =>
  [...text.matchAll(/from '(\.[^']+)\.js'/g)].map(([, to = '']) => join(dirname(path), to));

/**
 * Keys come from where the set is used: from the folders of the files that import it, from what these import, and from
 * its own file.
 */
function usersOf(name: string, ownPath: string): Source[] {
  const importing = sources.filter(({ path, text }) => path !== ownPath && RegExp(`\\b${name}\\b`).test(text));
  const folders = new Set(importing.map(({ path }) => folderOf(path)));
  const inFolders = sources.filter(({ path }) => folders.has(folderOf(path)));
  const imported = new Set(inFolders.flatMap(importsOf));
  return sources.filter(
    ({ path }) =>
      path === ownPath ||
      (!path.endsWith('.messages.ts') && (folders.has(folderOf(path)) || imported.has(path.replace(/\.tsx?$/, '')))),
  );
}

const ofContract = sources
  .filter(({ path }) => path.startsWith('src/contract/'))
  .flatMap(({ text }) => [...quotedIn(text), ...propertiesIn(text)]);

function unusedIn({ file, name, set }: (typeof englishSets)[number]): string[] {
  const own = `src/${file}`;
  const texts = usersOf(name, own).map(({ path, text }) =>
    // Of the set's own file, only what stands outside of its words.
    path === own ? text.replace(/defineMessages\([\s\S]*?^\}\);/m, '') : text,
  );
  const quoted = [...texts.flatMap(quotedIn), ...ofContract];
  return Object.keys(set.messages).filter((key) => !quoted.some((pattern) => pattern.test(key)));
}

describe('every English sentence', () => {
  it.each(englishSets)('of $file is said somewhere', (found) => {
    expect(unusedIn(found)).toEqual([]);
  });

  it('would be missed if it were not', () => {
    const [found] = englishSets;
    if (found === undefined) throw new Error('There are no words.');
    const set = { ...found.set, messages: { ...found.set.messages, neverSaidByAnybody: 'Hello' } };
    expect(unusedIn({ ...found, set })).toEqual(['neverSaidByAnybody']);
  });
});
