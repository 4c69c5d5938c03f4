import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './support/files.js';

const styles = filesBelow('src', /\.css$/)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const declared = new Set(styles.match(/--gh-[a-z\d-]+(?=:)/g));

describe('the guides', () => {
  it.each(['design.md', 'theming.md'])('name no variable that is not there: %s', (guide) => {
    const named = readFileSync(`docs/guides/${guide}`, 'utf8').match(/--gh-[a-z\d-]+/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !declared.has(name))).toEqual([]);
  });
});
