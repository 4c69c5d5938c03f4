import type { GuildhallEvent, StreamStatus, Unsubscribe } from '../../contract/index.js';
import type { ConnectionListener, OpenConnection } from './connection.js';
import { randomId } from './randomId.js';

type Ready = Extract<GuildhallEvent, { type: 'ready' }>;

const isReady = (event: GuildhallEvent): event is Ready => event.topic === 'stream' && event.type === 'ready';

/** Where the logs stand after one more event. */
function advance(ready: Ready, event: GuildhallEvent): Ready {
  if (event.topic === 'stream') return ready;
  if (event.topic === 'viewer') return { ...ready, viewer: event.seq };
  return { ...ready, workspace: { id: event.workspaceId, seq: event.seq } };
}

/** What the tabs of one person say to each other. */
type Message =
  /** Is somebody holding the connection? */
  | { kind: 'ping' }
  /** Yes, and this is how it does. */
  | { kind: 'pong'; term: string; status: StreamStatus; ready: Ready | null; id: string | undefined }
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
  const tab = new Tab(platform, name, open, listener);
  tab.join();
  return () => tab.leave();
}

/** One tab's part in a shared connection. */
class Tab {
  readonly #channel: BroadcastChannel;
  readonly #life = new AbortController();
  /** Those who led before the present leader. What they still say, having been asleep, is out of date. */
  readonly #retired = new Set<string>();
  #term: string | undefined;
  #leading: Leadership | undefined;
  #position: string | undefined;
  #isReady = false;
  #pings: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly platform: SharingPlatform,
    private readonly name: string,
    private readonly open: OpenConnection,
    private readonly listener: ConnectionListener,
  ) {
    this.#channel = platform.createChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
  }

  join(): void {
    this.listener.onStatus('connecting');
    this.#say({ kind: 'ping' });
    this.#pings = setInterval(() => this.#checkLeader(), PING_MS);
    void this.#queue(false);
  }

  leave(): void {
    this.#life.abort();
    clearInterval(this.#pings);
    clearTimeout(this.#deadline);
    this.#resign();
    this.#channel.close();
  }

  #say(message: Message): void {
    this.#channel.postMessage(message);
  }

  #receive(message: Message): void {
    if (message.kind === 'ping') return this.#leading?.answer();
    if (!this.#follows(message.term)) return;
    if (message.kind === 'event') return this.#hear(message.event, message.id);
    this.listener.onStatus(message.status);
    if (message.kind !== 'pong' || this.#isReady || message.ready === null) return;
    // It was ready before this tab came, and says so to all only once.
    this.#position ??= message.id;
    this.#hear(message.ready, undefined);
  }

  /** Whether to listen to that leader: always the latest one, never again one that was followed by another. */
  #follows(term: string): boolean {
    clearTimeout(this.#deadline);
    if (this.#leading || this.#retired.has(term)) return false;
    if (this.#term !== undefined && this.#term !== term) this.#retired.add(this.#term);
    this.#term = term;
    return true;
  }

  #hear(event: GuildhallEvent, id: string | undefined): void {
    this.#position = id ?? this.#position;
    this.#isReady ||= isReady(event);
    this.listener.onEvent(event, id);
  }

  #checkLeader(): void {
    if (this.#leading) return;
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => void this.#queue(true), PONG_MS);
    this.#say({ kind: 'ping' });
  }

  /** Waits for the lock, or takes it from a tab that is asleep, and leads for as long as this tab has it. */
  async #queue(steal: boolean): Promise<void> {
    const { signal } = this.#life;
    try {
      await this.platform.locks.request(this.name, steal ? { steal } : { signal }, () =>
        signal.aborted ? undefined : this.#lead(),
      );
    } catch {
      // Stolen by a tab that found this one asleep, or told to stop: to be awake again is to queue again.
      this.#resign();
      if (!signal.aborted) await this.#queue(false);
    }
  }

  #lead(): Promise<void> {
    if (this.#term !== undefined) this.#retired.add(this.#term);
    const { onStatus } = this.listener;
    const hearing: ConnectionListener = { onStatus, onEvent: (event, id) => this.#hear(event, id) };
    this.#leading = takeLead(this.open, this.#position, (message) => this.#say(message), hearing);
    return this.#leading.over;
  }

  #resign(): void {
    this.#leading?.end();
    this.#leading = undefined;
  }
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
  let ready: Ready | null = null;
  let id = resumeFrom;
  const close = open(resumeFrom, {
    onStatus: (next) => {
      status = next;
      if (next !== 'open') ready = null;
      say({ kind: 'status', term, status });
      listener.onStatus(next);
    },
    onEvent: (event, at) => {
      id = at ?? id;
      if (isReady(event)) ready = event;
      else if (ready !== null) ready = advance(ready, event);
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
