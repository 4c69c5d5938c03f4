import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const guide = readFileSync('docs/guides/theming.md', 'utf8');
const tokens = readFileSync('src/styles/parts/tokens.css', 'utf8');
const options = readFileSync('src/styles/parts/options.css', 'utf8');

const valueIn = (css: string, name: string) => new RegExp(`${name}: (\\d+px);`).exec(css)?.[1]?.replace('px', ' px');

describe('the guide to theming', () => {
  it.each(['shadcn-map', 'variables-map'])('shows the block of %s that the stories are checked with', (name) => {
    expect(guide).toContain(readFileSync(`stories/theming/${name}.css`, 'utf8').trim());
  });

  it.each(['--gh-control', '--gh-row', '--gh-row-slim', '--gh-row-pad', '--gh-block', '--gh-avatar'])(
    'says what %s is, comfortable and compact',
    (name) => {
      const row = guide.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``)) ?? '';
      const [, , , comfortable, compact] = row.split('|');
      expect(comfortable).toContain(valueIn(tokens, name));
      expect(compact).toContain(valueIn(options, name));
    },
  );
});
