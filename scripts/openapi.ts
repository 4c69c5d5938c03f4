/** Writes openapi.json from the routes table: `npm run openapi`. `test/openapi.test.ts` fails where it is not up to date. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeApi } from './lib/describeApi.js';

writeFileSync(
  fileURLToPath(new URL('../openapi.json', import.meta.url)),
  `${JSON.stringify(describeApi(), null, 2)}\n`,
);
