import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHOWN, STATES } from '../stories/support/states.js';

const FOLDER = 'src/components';

/** Every component that a host can import, but for the views without data, which the stories show through the others. */
const components = readdirSync(FOLDER)
  .map((name) => `${FOLDER}/${name}/index.ts`)
  .filter((file) => existsSync(file))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^export \{ ([A-Z][A-Za-z]+) \}/gm)])
  .flatMap(([, name]) => (name === undefined || name.endsWith('View') || name === name.toUpperCase() ? [] : [name]));

const exportsOf = (component: string): string[] => {
  const file = `stories/${component}.stories.tsx`;
  if (!existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(/^export const (\w+)/gm)].flatMap(([, name]) => name ?? []);
};

describe('the stories', () => {
  it('are of every component that a host can import, and of no other', () => {
    expect(components.length).toBeGreaterThan(15);
    expect(Object.keys(SHOWN).toSorted()).toEqual(components.toSorted());
  });

  it.each(components)('show %s in every state that it has', (component) => {
    const stories = exportsOf(component);
    const missing = STATES.flatMap((state) => {
      const shown = SHOWN[component]?.[state];
      const isThere = typeof shown === 'string' ? stories.includes(shown) : (shown?.doesNotApply ?? '') !== '';
      return isThere ? [] : [`${state}: ${String(shown)}`];
    });
    expect(missing).toEqual([]);
  });
});
