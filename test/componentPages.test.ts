import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guides } from '../stories/docs/guides.js';
import { sentencesOf } from '../stories/docs/sources.js';
import { filesBelow } from './support/files.js';

const components = readdirSync('src/components').filter((name) => /^[A-Z]/.test(name));
const textBelow = (folder: string) =>
  filesBelow(folder, /(?<!\.test)\.(tsx?|css)$/)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
const shared = textBelow('src/ui') + textBelow('src/styles') + textBelow('src/components/parts');

describe('the pages of components', () => {
  it('are there for every component that the package exports, and for nothing else', () => {
    expect(components.length).toBeGreaterThan(10);
    expect(Object.keys(guides).toSorted()).toEqual(components.toSorted());
  });

  it('are found by the title that the stories of the component have', () => {
    const titles = filesBelow('stories', /\.stories\.tsx$/).map(
      (file) => /title: '[^']*\/([^'/]+)'/.exec(readFileSync(file, 'utf8'))?.[1],
    );
    expect(components.filter((name) => !titles.includes(name))).toEqual([]);
  });

  it('name no class that is not there', () => {
    const missing = Object.entries(guides).flatMap(([name, { anatomy, parts = [] }]) => {
      const text = shared + [name, ...parts].map((one) => textBelow(`src/components/${one}`)).join('\n');
      return Object.keys(anatomy).filter((slot) => !new RegExp(`${slot}(?![\\w-])`).test(text));
    });
    expect(missing).toEqual([]);
  });

  it('say all that a component says', () => {
    expect(components.filter((name) => sentencesOf(name).length === 0)).toEqual([]);
    expect(sentencesOf('MembersTable').map(({ key }) => key)).toContain('membersTable.title');
  });
});
