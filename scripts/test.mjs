/**
 * Runs everything from a clean clone: installs what is missing, then each gate and each test project.
 * `npm test -- lint unit` runs the named ones. The last line is `N passed, N failed`; anything that did not run failed.
 */
import { GATES } from './lib/gates.mjs';
import { installChromium, installPackages } from './lib/install.mjs';
import { checkNode } from './lib/node.mjs';
import { PROJECTS, runProject } from './lib/vitest.mjs';

const wanted = process.argv.slice(2);
const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(name);
const total = { passed: 0, failed: 0 };

/** @param {{ passed: number, failed: number }} result */
function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

async function runAll() {
  if (!(await installPackages())) return add({ passed: 0, failed: 1 });
  if (!(await installChromium())) add({ passed: 0, failed: 1 });

  for (const { name, check } of GATES.filter((gate) => isWanted(gate.name))) {
    const startedAt = Date.now();
    const { isPassed, output } = await check();
    console.log(`${isPassed ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
    if (!isPassed) console.log(output);
    add(isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }

  for (const project of PROJECTS.filter(isWanted)) {
    console.log(`\n— ${project}`);
    add(await runProject(project));
  }
}

checkNode();
const unknown = wanted.filter((name) => !PROJECTS.includes(name) && !GATES.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}. There is: ${[...GATES.map((gate) => gate.name), ...PROJECTS].join(', ')}.`,
  );
  total.failed += 1;
} else {
  await runAll();
}
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
