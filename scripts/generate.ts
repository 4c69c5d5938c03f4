/**
 * Writes what is made from the routes table: openapi.json and the HTTP adapter's shapes. `npm run generate`, after a
 * change of the contract; tests fail where they are not up to date.
 */
import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileAnswers } from './lib/compileAnswers.js';
import { describeApi } from './lib/describeApi.js';
import { formatted } from './lib/formatted.js';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

writeFileSync(at('openapi.json'), `${JSON.stringify(describeApi(), null, 2)}\n`);

const compiled = at('src/adapters/http/compiled');
rmSync(compiled, { recursive: true, force: true });
mkdirSync(compiled, { recursive: true });
for (const [name, text] of compileAnswers()) writeFileSync(`${compiled}/${name}`, await formatted(name, text));
