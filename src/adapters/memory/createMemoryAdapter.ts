import type { GuildhallAdapter } from '../../contract/index.js';
import type { World } from '../../testing/world.js';
import { createMemoryBackend } from './backend.js';
import { demoWorld } from './demoWorld.js';
import type { MemoryBackendOptions } from './options.js';

/** What {@link createMemoryAdapter} is told. */
export interface MemoryAdapterOptions extends MemoryBackendOptions {
  /** Who and what there is. @default a small company that needs no data of yours */
  world?: World | undefined;
  /** Who is looking, or null for nobody. @default the world's first user */
  viewerId?: string | null | undefined;
}

/**
 * One person's adapter to a backend in memory. For two people who see each other's changes, make one
 * `createMemoryBackend` and ask it for both.
 *
 * Where no world is given, time runs on; a given world's time stands still unless `now` is given too.
 *
 * @throws Error if the world has no such viewer.
 * @example <GuildhallProvider adapter={createMemoryAdapter()}>…</GuildhallProvider>
 */
export function createMemoryAdapter({ world, viewerId, now, ...options }: MemoryAdapterOptions = {}): GuildhallAdapter {
  const clock = now ?? (world ? undefined : () => Date.now());
  const inhabited = world ?? demoWorld((clock ?? Date.now)());
  const viewer = viewerId === undefined ? (inhabited.users[0]?.id ?? null) : viewerId;
  return createMemoryBackend(inhabited, { ...options, now: clock }).as(viewer);
}
