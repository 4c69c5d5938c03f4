import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './support/files.js';

// What docs/guides/design.md says of sizes, weights and motion, held against every stylesheet.

interface Declaration {
  /** The file and what is declared, as a failure shows it. */
  readonly said: string;
  readonly property: string;
  readonly value: string;
}

const sheets = filesBelow('src', /\.css$/).filter((file) => !file.endsWith('tints.css'));

const declarations: Declaration[] = sheets.flatMap((file) => {
  const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return [...text.matchAll(/^\s*([\w-]+):\s*([^;{]+);$/gm)].map(([, property = '', value = '']) => ({
    said: `${file}: ${property}: ${value}`,
    property,
    value,
  }));
});

const saidOf = (found: readonly Declaration[]) => found.map(({ said }) => said);

/** Marks of card brands are drawn, not set. */
const isDrawn = ({ said }: Declaration) => /parts\/parts\.css: font-(size: 9px|weight: 700)/.test(said);

/** What room is made of: a grid of four pixels with its halves, and what Radix's own scale ends with. */
const STEPS = [0, 2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 32, 36, 40, 44, 48, 52, 64, 72];

describe('the design language', () => {
  it('is looked for where there is something to find', () => {
    expect(declarations.length).toBeGreaterThan(1_000);
  });

  it('sets words in the sizes of the Radix scale alone', () => {
    const sizes = declarations.filter(({ property }) => property === 'font-size');
    const own = sizes.filter((one) => !isDrawn(one) && !/^(?:var\(--|calc\(var\(--gh-avatar|inherit$)/.test(one.value));
    expect(saidOf(own)).toEqual([]);
  });

  it('has two weights', () => {
    const weights = declarations.filter(({ property }) => property === 'font-weight');
    expect(saidOf(weights.filter((one) => !isDrawn(one) && !['400', '500'].includes(one.value)))).toEqual([]);
  });

  it('keeps gaps to one set of steps', () => {
    const room = declarations.filter(({ property }) => /^(?:(?:row-|column-)?gap|padding|margin)/.test(property));
    const off = room.filter(({ value }) =>
      [...value.replace(/calc\([^;]*\)|env\([^)]*\)/g, '').matchAll(/(\d+)px/g)].some(
        ([, pixels]) => !STEPS.includes(Number(pixels)),
      ),
    );
    // Room for descenders, taken back by a margin of as much: nobody sees it.
    expect(saidOf(off.filter(({ value }) => !/^-?5px$/.test(value)))).toEqual([]);
  });

  it('says nothing of left and right', () => {
    const physical = /^(?:(?:margin|padding|border)-(?:left|right)|left|right)$/;
    expect(saidOf(declarations.filter(({ property }) => physical.test(property)))).toEqual([]);
  });

  it('moves nothing for people who ask for less motion', () => {
    const moving = sheets.filter((file) => {
      const text = readFileSync(file, 'utf8');
      return /animation:/.test(text) && !/@media \(prefers-reduced-motion/.test(text);
    });
    expect(moving).toEqual([]);
  });

  it('is written down with variables that are there', () => {
    const declared = readFileSync('src/styles/parts/tokens.css', 'utf8');
    const named = readFileSync('docs/guides/design.md', 'utf8').match(/--gh-[a-z][\w-]*/g) ?? [];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !declared.includes(`${name}:`))).toEqual([]);
  });
});
