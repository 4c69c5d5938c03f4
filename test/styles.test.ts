import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pruneTokens } from '../scripts/lib/pruneTokens.js';
import { filesBelow } from './support/files.js';

const AREAS = 'src/styles/areas';

/** The stylesheets that one imports, itself first. */
function imported(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const below = [...text.matchAll(/@import '(\.[^']+)'/g)].map(([, to = '']) => normalize(join(file, '..', to)));
  return [file, ...below.flatMap(imported)];
}

const areas = new Map(readdirSync(AREAS).map((name) => [name, imported(`${AREAS}/${name}`).slice(1)]));

/** The classes that a stylesheet has rules for, and those that a component's sources name. */
const ruled = (file: string) => readFileSync(file, 'utf8').match(/(?<=\.)gh-[\w-]+/g) ?? [];
const named = (file: string) => readFileSync(file, 'utf8').match(/(?<=["'` ])gh-[\w-]+(?=["'` ])/g) ?? [];

describe('the stylesheets', () => {
  it('hold every stylesheet of a component or a part once, in one area', () => {
    const all = filesBelow('src/components', /\.css$/).concat(filesBelow('src/styles/parts', /\.css$/));
    expect([...areas.values()].flat().toSorted()).toEqual(all.toSorted());
  });

  it('are all areas together in styles.css, the base first', () => {
    const order = imported('src/styles/styles.css').filter((file) => file.startsWith(AREAS));
    expect(order.map((file) => file.slice(AREAS.length + 1)).toSorted()).toEqual([...areas.keys()].toSorted());
    expect(order.slice(0, 2)).toEqual([`${AREAS}/base.css`, `${AREAS}/overlays.css`]);
  });

  it('need no other area than base and overlays: what several areas use stands there', () => {
    const everywhere = ['base.css', 'overlays.css'];
    const shared = new Set(everywhere.flatMap((name) => areas.get(name) ?? []).flatMap(ruled));
    const folderOf = (file: string) => file.split('/').slice(0, 3).join('/');
    for (const [name, files] of areas) {
      if (everywhere.includes(name)) continue;
      const folders = new Set(files.filter((file) => file.startsWith('src/components/')).map(folderOf));
      const own = new Set(files.flatMap(ruled));
      const used = [...folders].flatMap((folder) => filesBelow(folder, /(?<!\.test)\.tsx$/)).flatMap(named);
      const elsewhere = new Set([...areas.values()].flat().flatMap(ruled));
      const foreign = used.filter((one) => elsewhere.has(one) && !own.has(one) && !shared.has(one));
      expect(foreign, name).toEqual([]);
    }
  });
});

describe('the tokens of Radix that are brought along', () => {
  it('are those that are needed, and what they are made of', () => {
    const css =
      '.radix-themes{--a:var(--b);--b:calc(1px*var(--c, 2));--c:3;--d:4}@media(x){:root{--d:5}}.gh-x{color:var(--e)}:root{--e:6}';
    expect(pruneTokens(css, ['--a'])).toBe(
      '.radix-themes{--a:var(--b);--b:calc(1px*var(--c, 2));--c:3;}.gh-x{color:var(--e)}:root{--e:6}',
    );
  });
});
