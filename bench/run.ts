/** `npm run bench` runs every benchmark, `npm run bench -- size` the named ones, and prints the figures. */
import { isFailure, tableOf } from './row.js';
import type { Bench } from './row.js';

/** What each measures stands in its file. `size`, `table` and `screen` read what is built. */
const benches: Record<string, () => Promise<Bench>> = {
  size: async () => (await import('./size.js')).measureSizes,
  table: async () => (await import('./table.js')).measureTable,
  list: async () => (await import('./list.js')).measureList,
  streams: async () => (await import('./streams.js')).measureStreams,
  latency: async () => {
    const [{ measureLatency }, { measureEntityLatency }] = [
      await import('./latency.js'),
      await import('./entityLatency.js'),
    ];
    return async () => [...(await measureLatency()), ...(await measureEntityLatency())];
  },
  screen: async () => (await import('./screen.js')).measureScreen,
  entities: async () => (await import('./entities.js')).measureEntities,
  triggers: async () => (await import('./triggers.js')).measureTriggers,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0)
  throw new Error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);

for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measure = await load();
  const rows = await measure();
  console.log(`${name}\n${tableOf(rows)}\n`);
  if (rows.some(isFailure)) process.exitCode = 1;
}
