import type { GuildhallEvent, Unsubscribe } from '../../contract/index.js';
import type { ConnectionListener, OpenConnection } from './connection.js';
import { takeLead } from './leadership.js';
import type { Leadership, Told } from './leadership.js';
import { randomId } from './randomId.js';
import { beginningOf, eventFor } from './standing.js';

/** What the tabs of one person say to each other. */
type Message =
  | Told
  /** I am here, and this is the workspace I look at. Is somebody holding the connection? */
  | { kind: 'ping'; tab: string; workspaceId: string | undefined }
  | { kind: 'gone'; tab: string };

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

/** A tab says so often that it is here, and asks whether the one that holds the connection is still awake. */
const PING_MS = 20_000;
/** One that does not answer within this time is asleep, as tabs on phones are, and loses its place. */
const PONG_MS = 4_000;
/** A tab that has been silent for so long is gone, whether it said so or not. */
const GONE_MS = 3 * PING_MS;
/** Workspaces that one connection follows at most, as the server has it. */
const MAX_WORKSPACES = 50;

/** What a tab shares, and with whom. */
export interface Joining {
  /** The same for all tabs of a person at one server. */
  readonly name: string;
  /** The workspace that this tab looks at. */
  readonly workspaceId: string | undefined;
}

/**
 * Joins the one connection that all tabs of a person share, whatever workspaces they look at: a browser allows an
 * origin six over HTTP/1.1. Whoever holds the lock named `name` keeps it and tells the others; when that tab goes, the
 * next goes on from where it has heard.
 */
export function joinConnection(
  platform: SharingPlatform,
  joining: Joining,
  open: OpenConnection,
  listener: ConnectionListener,
): Unsubscribe {
  const tab = new Tab(platform, joining, open, listener);
  tab.join();
  return () => tab.leave();
}

/** One tab's part in a shared connection. */
class Tab {
  readonly #id = randomId();
  readonly #channel: BroadcastChannel;
  readonly #life = new AbortController();
  /** Those who led before the present leader. What they still say, having been asleep, is out of date. */
  readonly #retired = new Set<string>();
  /** The other tabs: what they look at, and when they said so. */
  readonly #others = new Map<string, { workspaceId: string | undefined; at: number }>();
  #term: string | undefined;
  #leading: Leadership | undefined;
  #position: string | undefined;
  #isReady = false;
  #isClosed = false;
  #pings: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly platform: SharingPlatform,
    private readonly joining: Joining,
    private readonly open: OpenConnection,
    private readonly listener: ConnectionListener,
  ) {
    this.#channel = platform.createChannel(joining.name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
  }

  join(): void {
    this.listener.onStatus('connecting');
    this.#ping();
    this.#pings = setInterval(() => this.#checkLeader(), PING_MS);
    void this.#queue(false);
  }

  leave(): void {
    this.#life.abort();
    clearInterval(this.#pings);
    clearTimeout(this.#deadline);
    this.#resign();
    this.#say({ kind: 'gone', tab: this.#id });
    this.#channel.close();
  }

  #say(message: Message): void {
    this.#channel.postMessage(message);
  }

  #ping(): void {
    this.#say({ kind: 'ping', tab: this.#id, workspaceId: this.joining.workspaceId });
  }

  #receive(message: Message): void {
    if (message.kind === 'gone') return void this.#others.delete(message.tab);
    if (message.kind === 'ping') {
      this.#others.set(message.tab, { workspaceId: message.workspaceId, at: Date.now() });
      this.#leading?.follow(this.#wanted());
      return this.#leading?.answer();
    }
    if (!this.#follows(message.term)) return;
    if (message.kind === 'event') return this.#hear(message.event, message.id);
    this.listener.onStatus(message.status);
    if (message.kind !== 'pong' || this.#isReady || message.standing === null) return;
    // It was ready before this tab came, and says so to all only once.
    this.#position ??= message.id;
    for (const event of beginningOf(message.standing, this.joining.workspaceId)) this.#hear(event, undefined);
  }

  /** Whether to listen to that leader: always the latest one, never again one that was followed by another. */
  #follows(term: string): boolean {
    clearTimeout(this.#deadline);
    if (this.#leading || this.#retired.has(term)) return false;
    if (this.#term !== undefined && this.#term !== term) {
      this.#retired.add(this.#term);
      // The new one may not know of this tab.
      this.#ping();
    }
    this.#term = term;
    return true;
  }

  #hear(event: GuildhallEvent, id: string | undefined): void {
    this.#position = id ?? this.#position;
    const own = eventFor(event, this.joining.workspaceId, this.#isClosed);
    if (own === null) return;
    if (own.topic === 'stream' && own.type === 'closed') this.#isClosed = true;
    if (own.topic === 'stream' && own.type === 'ready') {
      this.#isReady = true;
      this.#isClosed &&= own.workspace === null;
    }
    this.listener.onEvent(own, id);
  }

  /** The workspaces that tabs look at, this one's first. */
  #wanted(): ReadonlySet<string> {
    for (const [tab, { at }] of this.#others) if (Date.now() - at > GONE_MS) this.#others.delete(tab);
    const ids = [this.joining.workspaceId, ...[...this.#others.values()].map(({ workspaceId }) => workspaceId)];
    return new Set([...new Set(ids)].filter((id) => id !== undefined).slice(0, MAX_WORKSPACES));
  }

  #checkLeader(): void {
    if (this.#leading) return;
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => void this.#queue(true), PONG_MS);
    this.#ping();
  }

  /** Waits for the lock, or takes it from a tab that is asleep, and leads for as long as this tab has it. */
  async #queue(steal: boolean): Promise<void> {
    const { signal } = this.#life;
    try {
      await this.platform.locks.request(this.joining.name, steal ? { steal } : { signal }, () =>
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
    this.#leading = takeLead({
      open: this.open,
      workspaceIds: this.#wanted(),
      resumeFrom: this.#position,
      say: (message) => this.#say(message),
      listener: { onStatus, onEvent: (event, id) => this.#hear(event, id) },
    });
    return this.#leading.over;
  }

  #resign(): void {
    this.#leading?.end();
    this.#leading = undefined;
  }
}
