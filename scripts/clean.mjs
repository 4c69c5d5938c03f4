/** Removes what a build made, so that no chunk of an earlier build is published: `node scripts/clean.mjs dist`. */
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
