import type { GuildhallEvent, StreamStatus, Unsubscribe } from '../../contract/index.js';
import type { ConnectionListener, OpenConnection } from './connection.js';
import { randomId } from './randomId.js';

/** What the tabs of one person say to each other. */
type Message =
  /** Is somebody holding the connection? */
  | { kind: 'ping' }
  /** Yes, and this is how it does. */
  | { kind: 'pong'; term: string; status: StreamStatus; ready: boolean; id: string | undefined }
  | { kind: 'status'; term: string; status: StreamStatus }
  | { kind: 'event'; term: string; event: GuildhallEvent; id: string | undefined };

/** What the browser gives for it; handed in so that tests can be the browser. */
export interface SharingPlatform {
  readonly locks: Pick<LockManager, 'request'>;
  readonly createChannel: (name: string) => BroadcastChannel;
}

/** The platform, where it can share: Web Locks want a secure context. */
export function sharingPlatform(): SharingPlatform | null {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks || typeof BroadcastChannel === 'undefined') return null;
  return { locks, createChannel: (name) => new BroadcastChannel(name) };
}

/** A tab asks so often whether the one that holds the connection is still awake. */
const PING_MS = 20_000;
/** One that does not answer within this time is asleep, as tabs on phones are, and loses its place. */
const PONG_MS = 4_000;

/**
 * Joins the one connection that all tabs of a person share. Whoever holds the lock named `name` keeps it and
 * tells the others; when that tab goes, the next goes on from where it has heard.
 */
export function joinConnection(
  platform: SharingPlatform,
  name: string,
  open: OpenConnection,
  listener: ConnectionListener,
): Unsubscribe {
  const channel = platform.createChannel(name);
  const say = (message: Message) => channel.postMessage(message);
  const life = new AbortController();
  const retired = new Set<string>();
  let term: string | undefined;
  let welcomed = false;
  let leading: Leadership | undefined;
  let position: string | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  /** Whether to listen to that leader: always the latest one, never again one that was followed by another. */
  const follows = (from: string) => {
    clearTimeout(deadline);
    if (leading || retired.has(from)) return false;
    if (term !== undefined && term !== from) retired.add(term);
    term = from;
    return true;
  };
  const hear = (event: GuildhallEvent, id: string | undefined) => {
    position = id ?? position;
    welcomed ||= event.topic === 'stream' && event.type === 'ready';
    listener.onEvent(event, id);
  };

  channel.onmessage = ({ data: message }: MessageEvent<Message>) => {
    if (message.kind === 'ping') return leading?.answer();
    if (!follows(message.term)) return;
    if (message.kind === 'event') return hear(message.event, message.id);
    listener.onStatus(message.status);
    if (message.kind !== 'pong' || welcomed || !message.ready) return;
    // It was ready before this tab came, and says so to all only once.
    position ??= message.id;
    hear({ topic: 'stream', type: 'ready' }, undefined);
  };

  const lead = (): Promise<void> => {
    if (term !== undefined) retired.add(term);
    leading = takeLead(open, position, say, { ...listener, onEvent: hear });
    return leading.over;
  };
  const resign = () => {
    leading?.end();
    leading = undefined;
  };
  const queue = async (steal: boolean): Promise<void> => {
    try {
      await platform.locks.request(name, steal ? { steal } : { signal: life.signal }, () =>
        life.signal.aborted ? undefined : lead(),
      );
    } catch {
      // Stolen by a tab that found this one asleep, or told to stop: to be awake again is to queue again.
      resign();
      if (!life.signal.aborted) await queue(false);
    }
  };
  const pings = setInterval(() => {
    if (leading) return;
    clearTimeout(deadline);
    deadline = setTimeout(() => void queue(true), PONG_MS);
    say({ kind: 'ping' });
  }, PING_MS);

  listener.onStatus('connecting');
  say({ kind: 'ping' });
  void queue(false);

  return () => {
    life.abort();
    clearInterval(pings);
    clearTimeout(deadline);
    resign();
    channel.close();
  };
}

/** A tab's time as the one that holds the connection. */
interface Leadership {
  /** Tells the others how it does. */
  answer(): void;
  end(): void;
  readonly over: Promise<void>;
}

function takeLead(
  open: OpenConnection,
  resumeFrom: string | undefined,
  say: (message: Message) => void,
  listener: ConnectionListener,
): Leadership {
  const term = randomId();
  let status: StreamStatus = 'connecting';
  let ready = false;
  let id = resumeFrom;
  const close = open(resumeFrom, {
    onStatus: (next) => {
      status = next;
      if (next !== 'open') ready = false;
      say({ kind: 'status', term, status });
      listener.onStatus(next);
    },
    onEvent: (event, at) => {
      id = at ?? id;
      if (event.topic === 'stream' && event.type === 'ready') ready = true;
      say({ kind: 'event', term, event, id });
      listener.onEvent(event, at);
    },
  });
  let finish = () => {};
  const over = new Promise<void>((resolve) => (finish = resolve));
  return {
    answer: () => say({ kind: 'pong', term, status, ready, id }),
    end: () => {
      close();
      finish();
    },
    over,
  };
}
