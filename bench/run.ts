/** `npm run bench` runs every benchmark, `npm run bench -- size` the named ones, and prints the figures. */
import { measureSizes } from './size.js';
import { tableOf } from './row.js';
import type { Bench } from './row.js';

const benches: Record<string, Bench> = { size: measureSizes };

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const rows = await bench();
  console.log(`${name}\n${tableOf(rows)}\n`);
  if (rows.some(({ measured, budget }) => measured > budget)) process.exitCode = 1;
}
