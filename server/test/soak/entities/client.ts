import { setTimeout as pause } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import type { GuildhallEvent } from 'guildhall/contract';
import { keyOf } from './state.js';
import type { State, StateRow } from './state.js';

/** Where a client finds a server: another one each time. */
export interface Servers {
  pick(): { readonly url: string; state(workspaceId: string): Promise<State> };
}

type EntityEvent = Extract<GuildhallEvent, { topic: 'entities' }>;

/** How often things happened to a client. */
export interface ClientTally {
  events: number;
  connections: number;
  resets: number;
  fetches: number;
}

/**
 * A client as the contract describes one: it applies each event to what it holds, by its number, and asks for all where
 * it is told that much changed. It insists on every number of the log, once.
 */
export class Client {
  readonly rows = new Map<string, StateRow>();
  readonly tally: ClientTally = { events: 0, connections: 0, resets: 0, fetches: 0 };
  /** The last event of the workspace's log that was heard, or null before any. */
  heard: number | null = null;
  /** Up to where what it holds is known. */
  #known = 0;
  #lastId: string | undefined;
  /** Whether all has to be asked for when the stream is ready. */
  #isLost = true;
  #controller = new AbortController();
  #isOver = false;
  #failure: unknown;
  #running: Promise<void> | undefined;

  constructor(
    readonly userId: string,
    readonly workspaceId: string,
    private readonly servers: Servers,
  ) {}

  start(): void {
    this.#running = this.#run().catch((error: unknown) => void (this.#failure = error));
  }

  /** Cuts the connection; the client comes back and resumes. */
  cut(): void {
    this.#controller.abort();
  }

  /** @throws what the client found to be wrong */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    this.cut();
    await this.#running;
    this.check();
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      this.#controller = new AbortController();
      const events: { id: string | undefined; event: GuildhallEvent }[] = [];
      const parser = createParser({
        onEvent: ({ id, data }) => void events.push({ id, event: JSON.parse(data) as GuildhallEvent }),
      });
      const response = await this.#connect();
      if (response) this.tally.connections += 1;
      for await (const text of response ? read(response) : []) {
        parser.feed(text);
        for (const { id, event } of events.splice(0)) await this.#take(id, event);
      }
      await pause(5);
    }
  }

  async #connect(): Promise<Response | null> {
    const headers = { 'x-user': this.userId, ...(this.#lastId !== undefined && { 'last-event-id': this.#lastId }) };
    const url = `${this.servers.pick().url}/api/events?workspaceId=${this.workspaceId}`;
    try {
      return await fetch(url, { headers, signal: this.#controller.signal });
    } catch {
      return null;
    }
  }

  async #take(id: string | undefined, event: GuildhallEvent): Promise<void> {
    if (event.topic === 'stream') await this.#takeStream(event);
    else if (event.topic === 'entities') await this.#takeEntity(event);
    this.#lastId = id;
  }

  async #takeStream(event: Extract<GuildhallEvent, { topic: 'stream' }>): Promise<void> {
    if (event.type === 'closed') throw new Error(`${this.userId}: ${this.workspaceId} was closed.`);
    if (event.type === 'reset') {
      this.tally.resets += 1;
      this.heard = null;
      this.#isLost = true;
    }
    if (event.type !== 'ready' || event.workspace === null || !this.#isLost) return;
    if (this.heard !== null && this.heard !== event.workspace.seq)
      throw new Error(`${this.userId} is ready at ${event.workspace.seq}, and has heard ${this.heard}.`);
    this.heard = event.workspace.seq;
    await this.#fetch();
    this.#isLost = false;
  }

  async #takeEntity(event: EntityEvent): Promise<void> {
    // Only after a reset the log goes on somewhere else.
    if (this.heard !== null && event.seq !== this.heard + 1)
      throw new Error(`${this.userId} heard ${event.seq} after ${this.heard}: something was missed, or came twice.`);
    this.heard = event.seq;
    this.tally.events += 1;
    if (this.#isLost || event.seq <= this.#known) return;
    this.#known = event.seq;
    if (event.type === 'bulk') await this.#fetch();
    else if (event.type === 'removed') this.rows.delete(keyOf({ kind: event.kind, id: event.entityId }));
    else {
      const { kind, id, title, sharing, updatedAt } = event.entity;
      this.rows.set(keyOf(event.entity), { kind, id, title, sharing, updatedAt });
    }
  }

  async #fetch(): Promise<void> {
    this.tally.fetches += 1;
    for (;;) {
      // The server may die of it; another one answers.
      const state = await this.servers
        .pick()
        .state(this.workspaceId)
        .catch(() => null);
      if (state) {
        this.rows.clear();
        for (const row of state.rows) this.rows.set(keyOf(row), row);
        this.#known = state.seq;
        return;
      }
      await pause(20);
    }
  }
}

/** The text of a response until it ends or is cut. */
async function* read(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) yield decoder.decode(chunk as Uint8Array, { stream: true });
  } catch {
    // Cut, by either side.
  }
}
