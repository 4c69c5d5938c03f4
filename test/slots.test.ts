import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './support/files.js';

const HEAD = `# Class names

Every element that you may want to style has a class \`gh-<slot>\`, and says its state in \`data-*\` and \`aria-*\`. They are part of
the interface: one that goes is a breaking change. All rules stand in \`@layer guildhall\`, so any plain rule of yours wins.
[Theming](theming.md) says what to do with them. This list is written by \`npx vitest run --project unit test/slots.test.ts -u\`.`;

const SCRIPT = /(?<!\.test)\.tsx?$/;
const STYLE = /\.css$/;

const textOf = (folders: readonly string[], pattern: RegExp) =>
  folders
    .flatMap((folder) => filesBelow(folder, pattern))
    .map((file) => readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, ''))
    .join('\n');

/** Variables, which scripts name without their dashes. */
const tokens = new Set(textOf(['src'], STYLE).match(/--gh-[\w-]+/g));

/** Class names in scripts, and those that stylesheets have rules for. */
const named = (text: string) =>
  (text.match(/(?<=["'` ])gh-[a-z][\w-]*(?=["'` ])/g) ?? []).filter((name) => !tokens.has(`--${name}`));
const ruled = (text: string) => text.match(/(?<=\.)gh-[a-z][\w-]*/g) ?? [];

/** The states that rules answer to, without those of the provider's own element. */
const states = (text: string) =>
  (text.match(/\[data-[\w-]+/g) ?? []).map((state) => state.slice(1)).filter((state) => state !== 'data-density');

const sorted = (names: readonly string[]) => [...new Set(names)].toSorted();
const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');

const SHARED = ['src/ui', 'src/styles', 'src/provider', 'src/components/parts'];
const components = readdirSync('src/components').filter((name) => /^[A-Z]/.test(name));

const sharedClasses = sorted([...named(textOf(SHARED, SCRIPT)), ...ruled(textOf(SHARED, STYLE))]);

function section(title: string, folders: readonly string[], known: readonly string[]): string {
  const styles = textOf(folders, STYLE);
  const classes = sorted([...named(textOf(folders, SCRIPT)), ...ruled(styles)]).filter((name) => !known.includes(name));
  const answers = sorted(states(styles));
  return [
    `## ${title}`,
    classes.length === 0 ? 'Nothing of its own.' : listed(classes),
    ...(answers.length === 0 ? [] : [`States: ${listed(answers)}`]),
  ].join('\n\n');
}

const list = [
  HEAD,
  section('Everywhere', SHARED, []),
  ...components.map((name) => section(name, [`src/components/${name}`], sharedClasses)),
].join('\n\n');

describe('the list of class names', () => {
  it('is what the components and stylesheets have', async () => {
    await expect(`${list}\n`).toMatchFileSnapshot('../docs/guides/class-names.md');
  });

  it('leaves out none that stands anywhere in the package, however it is written', () => {
    const all = textOf(['src'], SCRIPT).concat(textOf(['src'], STYLE));
    const animations = [...all.matchAll(/@keyframes (gh-[\w-]+)/g)].map(([, name]) => name);
    const everywhere = sorted(all.match(/(?<![\w-])gh-[a-z][\w-]*/g) ?? []).filter(
      (name) => !animations.includes(name) && !tokens.has(`--${name}`),
    );
    expect(everywhere.length).toBeGreaterThan(250);
    // The beginning of a name is there where a name that begins so is.
    const isListed = (name: string) => list.includes(name.endsWith('-') ? `\`${name}` : `\`${name}\``);
    expect(everywhere.filter((name) => !isListed(name))).toEqual([]);
  });

  it('has the class of each component’s own element, which takes the host’s className too', () => {
    const roots = [...textOf(['src/components'], /\.tsx$/).matchAll(/classNames\('gh-root (gh-[\w-]+)'/g)];
    expect(roots.length).toBeGreaterThan(8);
    expect(roots.map(([, name]) => name).filter((name) => !list.includes(`\`${name}\``))).toEqual([]);
  });
});
