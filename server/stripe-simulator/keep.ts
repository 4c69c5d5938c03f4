import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Simulator } from './createSimulator.js';
import type { Collection } from './kernel/collection.js';
import type { Store } from './kernel/store.js';
import type { StripeObject } from './kernel/wire.js';

/** How soon after something happened it is written down, in milliseconds: a burst is written once. */
const PAUSE = 200;

interface Kept {
  /** The simulator's time in seconds: it may be ahead of the system's. */
  now: number;
  objects: { [name: string]: StripeObject[] };
}

const collectionsOf = (store: Store) =>
  Object.entries(store) as [string, Pick<Collection<StripeObject>, 'all' | 'insert'>][];

function load({ kernel, clock }: Simulator, file: string): void {
  if (!existsSync(file)) return;
  const { now, objects } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  for (const [name, collection] of collectionsOf(kernel.store)) {
    for (const object of objects[name] ?? []) collection.insert(object);
  }
  if (now > clock.now()) clock.advanceTo(now);
}

function save({ kernel, clock }: Simulator, file: string): void {
  const objects = Object.fromEntries(collectionsOf(kernel.store).map(([name, { all }]) => [name, all()]));
  const kept: Kept = { now: clock.now(), objects };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * Keeps what a simulator holds in a file, so that a demo whose database outlives a restart finds its customers again.
 *
 * @returns Writes down what is left and ends it; call it before the simulator is closed.
 */
export function keepIn(simulator: Simulator, file: string): () => void {
  load(simulator, file);
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    save(simulator, file);
  };
  const stop = simulator.onEvent(() => {
    timer ??= setTimeout(write, PAUSE);
  });
  return () => {
    stop();
    clearTimeout(timer);
    save(simulator, file);
  };
}
