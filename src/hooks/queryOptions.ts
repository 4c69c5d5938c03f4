import type { QueryClient } from '@tanstack/react-query';
import { isGuildhallError } from '../contract/index.js';
import type { GuildhallAdapter } from '../contract/index.js';
import { heardUpTo } from './positions.js';

/** Milliseconds for which an answer is shown without being asked for again. Live changes come by themselves. */
const STALE_TIME = 30_000;

const MAX_RETRIES = 3;

/** What the host has not set up, or set up otherwise than it is, is not there a second later either. */
const isNotSetUp = (error: unknown) =>
  isGuildhallError(error, 'unavailable') && /configured$|entity_kind/.test(error.details?.reason ?? '');

/** Reads are tried again only when that may help: the server was not there, or it asked for patience. */
function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= MAX_RETRIES || isNotSetUp(error)) return false;
  return isGuildhallError(error, 'unavailable') || isGuildhallError(error, 'rate_limited');
}

/** Milliseconds until the next try: what the server asked for, or 1, 2 and 4 seconds. */
function retryDelay(failures: number, error: unknown): number {
  const asked = isGuildhallError(error) ? error.retryAfterMs : undefined;
  return asked ?? 1000 * 2 ** failures;
}

/** What every query of Guildhall has in common, given to each, so that a host's client keeps its own defaults. */
export const queryDefaults = { staleTime: STALE_TIME, retry: shouldRetry, retryDelay } as const;

/** How often an answer that events have overtaken is asked for again before it is shown as it is. */
const MAX_CATCH_UPS = 3;

/**
 * Asks until the answer is not older than what has been heard meanwhile: a row that an event has
 * changed must not be set back by an answer that was on its way.
 */
export async function upToDate<T extends { seq: number }>(
  client: QueryClient,
  adapter: GuildhallAdapter,
  workspaceId: string | null,
  ask: () => Promise<T>,
): Promise<T> {
  let answer = await ask();
  for (let tries = 0; tries < MAX_CATCH_UPS && answer.seq < heardUpTo(client, adapter.id, workspaceId); tries += 1) {
    answer = await ask();
  }
  return answer;
}
