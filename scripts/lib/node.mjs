import { readFileSync } from 'node:fs';

/** Ends with a sentence where this Node is too old for what is installed. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const needed = engines.node.replace('>=', '');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  console.error(`Guildhall needs Node ${needed} or newer; this is ${process.versions.node}. See https://nodejs.org/.`);
  process.exit(1);
}
