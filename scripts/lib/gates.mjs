import { build } from './build.mjs';
import { run } from './run.mjs';

/** @typedef {{ isPassed: boolean, output: string }} Verdict */
/** @typedef {{ name: string, check: () => Promise<Verdict> }} Gate */

/**
 * A gate that is a program of node_modules: passed where it ends with 0.
 * @param {string} name
 * @param {string} command the program and its arguments
 * @returns {Gate}
 */
function program(name, command) {
  const [file = '', ...args] = command.split(' ');
  return {
    name,
    async check() {
      const { code, output } = await run(file, args, { isQuiet: true, timeoutMs: 300_000 });
      return { isPassed: code === 0, output };
    },
  };
}

/** What is checked beside the tests, in order: each counts as one test. The build comes before what reads it. */
export const GATES = [
  program('typecheck', 'tsc -p tsconfig.json'),
  program('lint', 'oxlint --deny-warnings'),
  program('format', 'oxfmt --check'),
  {
    name: 'build',
    async check() {
      const { isBuilt, output } = await build({ isQuiet: true });
      return { isPassed: isBuilt, output };
    },
  },
  program('knip', 'knip'),
  program('publint', 'publint --strict'),
  program('publint-server', 'publint server --strict'),
  program('types', 'attw --pack . --profile esm-only --exclude-entrypoints styles.css standalone.css openapi.json'),
  program('storybook', 'storybook build --quiet --disable-telemetry'),
];
