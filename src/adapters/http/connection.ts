import { isGuildhallError } from '../../contract/index.js';
import type { GuildhallEvent, StreamStatus, Unsubscribe } from '../../contract/index.js';
import { eventShape } from './compiled/events.js';
import { backoff, beginAttempt, isOffline, pause } from './patience.js';
import { readStream } from './readStream.js';
import type { StreamRequest } from './readStream.js';
import type { Transport } from './request.js';

/** Who hears a connection. */
export interface ConnectionListener {
  /** `id` is where to resume after this event. */
  onEvent(event: GuildhallEvent, id: string | undefined): void;
  onStatus(status: StreamStatus): void;
}

/** Opens a connection to a place in the logs. See {@link openConnection}. */
export type OpenConnection = (request: StreamRequest, listener: ConnectionListener) => Unsubscribe;

/** The server is heard at least each 20 seconds; after this long a connection is given up. */
const SILENCE_MS = 45_000;
/** How often to look again while the device says that it is offline, in case it is wrong. */
const OFFLINE_CHECK_MS = 30_000;

/** Keeps one stream open until it is told to stop: resumes after every cut, waits longer after every failure. */
export function openConnection(
  transport: Transport,
  request: StreamRequest,
  listener: ConnectionListener,
): Unsubscribe {
  const life = new AbortController();
  let status: StreamStatus | undefined;
  const guarded: ConnectionListener = {
    onEvent: (event, id) => life.signal.aborted || listener.onEvent(event, id),
    onStatus: (next) => {
      if (life.signal.aborted || next === status) return;
      status = next;
      listener.onStatus(next);
    },
  };
  void stayConnected(transport, request, guarded, life.signal);
  return () => life.abort();
}

async function stayConnected(
  transport: Transport,
  { workspaceIds, resumeFrom }: StreamRequest,
  listener: ConnectionListener,
  life: AbortSignal,
): Promise<void> {
  let position = resumeFrom;
  let failures = 0;
  const remembering: ConnectionListener = {
    ...listener,
    onEvent: (event, id) => {
      position = id ?? position;
      failures = 0;
      listener.onEvent(event, id);
    },
  };
  while (!life.aborted) {
    listener.onStatus(isOffline() ? 'offline' : 'connecting');
    if (isOffline()) {
      await pause(OFFLINE_CHECK_MS, life);
      continue;
    }
    const wait = await connectOnce(transport, { workspaceIds, resumeFrom: position }, remembering, life);
    failures += 1;
    listener.onStatus(isOffline() ? 'offline' : 'connecting');
    await pause(wait ?? backoff(failures), life);
  }
}

/** Reads one stream until it ends, and tells how long the server wants the next to wait, if it says. */
async function connectOnce(
  transport: Transport,
  request: StreamRequest,
  listener: ConnectionListener,
  life: AbortSignal,
): Promise<number | undefined> {
  const attempt = beginAttempt(life, SILENCE_MS);
  let wait: number | undefined;
  try {
    await readStream(transport, request, attempt, {
      onOpen: () => listener.onStatus('open'),
      onRetry: (ms) => (wait = ms),
      onMessage: (data, id) => {
        const parsed = parseEvent(data);
        // A kind of event that this version does not know is none of its business.
        if (parsed) listener.onEvent(parsed, id);
      },
    });
  } catch (error) {
    if (isGuildhallError(error)) wait = error.retryAfterMs;
  } finally {
    attempt.end();
  }
  return wait;
}

function parseEvent(data: string): GuildhallEvent | undefined {
  try {
    return eventShape(JSON.parse(data), '') as GuildhallEvent;
  } catch {
    return undefined;
  }
}
