import type { GuildhallEvent } from 'guildhall/contract';
import type { Hub } from './hub.js';
import { viewerLog, workspaceLog } from './log.js';
import type { EventLog, LogRange, LogRow } from './log.js';
import { decodePosition, encodePosition } from './position.js';
import type { Position } from './position.js';
import { look } from './view.js';
import type { WorkspaceViewer } from './view.js';

/** Where a subscription's events go: one client's connection. */
export interface Sink {
  /** `id` is where to resume after this event. */
  send(event: GuildhallEvent, id: string): void;
  /** Whether the client reads more slowly than it is sent to. */
  isFull(): boolean;
  /** Resolves when there is room again, or when the connection is over. */
  room(): Promise<void>;
  /** Ends the connection; the client comes back and resumes. */
  cut(): void;
}

/** Whose stream it is, of which workspaces, and where it begins. */
export interface SubscriptionRequest {
  readonly userId: string;
  readonly workspaceIds: readonly string[];
  /** The `Last-Event-ID`, where the client brings one. */
  readonly resumeFrom: string | undefined;
}

/** Rows of one log that are fetched at once for one client. */
const PAGE = 200;

/**
 * One client's stream. It is either live, taking rows from the hub, or catching up, reading the log at the pace
 * of the client: after connecting, and whenever the connection is full. So nothing is ever kept for a slow
 * reader. A gap in the numbers cannot happen; if it does, the connection is cut, and resuming heals it.
 */
export class Subscription {
  readonly #cursors = new Map<string, number>();
  /** The latest rows that the hub handed over while this was catching up. */
  readonly #passed = new Map<string, number>();
  readonly #listening = new Map<string, () => void>();
  readonly #ownLog: string;
  /** Who this is in each workspace that is open to them, by its log. */
  readonly #viewers = new Map<string, WorkspaceViewer>();
  #live = false;
  #over = false;

  constructor(
    private readonly hub: Hub,
    private readonly log: EventLog,
    private readonly request: SubscriptionRequest,
    private readonly sink: Sink,
  ) {
    this.#ownLog = viewerLog(request.userId);
  }

  /** Sends what was missed, then `ready`, then what happens. */
  async open(): Promise<void> {
    await this.#begin(this.request.resumeFrom);
  }

  /** Stops listening. Safe to call twice. */
  close(): void {
    this.#over = true;
    for (const stop of this.#listening.values()) stop();
    this.#listening.clear();
  }

  async #begin(resumeFrom: string | undefined): Promise<void> {
    const { userId, workspaceIds } = this.request;
    // First listen, then read: what happens in between is then known to be missing.
    for (const stream of [this.#ownLog, ...workspaceIds.map(workspaceLog)]) this.#listen(stream);
    const opening = await this.log.open(userId, workspaceIds);
    if (this.#over) return;

    const position = resumeFrom === undefined ? null : decodePosition(resumeFrom);
    const lost = [this.#startAt(this.#ownLog, opening.viewer, position?.viewer)];
    for (const [id, { memberId, standing, ...range }] of opening.workspaces) {
      // One that the client has not heard of yet begins where its log stands.
      lost.push(this.#startAt(workspaceLog(id), range, position?.workspaces.get(id)));
      this.#viewers.set(workspaceLog(id), { memberId, standing, asOf: range.head });
    }
    if (lost.includes(true) || (resumeFrom !== undefined && !position)) this.#send({ topic: 'stream', type: 'reset' });
    for (const id of workspaceIds) if (!opening.workspaces.has(id)) this.#closeWorkspace(id);
    await this.#catchUp();
    if (!this.#over) this.#sayReady();
  }

  /** Once for each workspace that is open, and without one where none is. */
  #sayReady(): void {
    const { viewer, workspaces } = this.#position();
    const open = [...workspaces].map(([id, seq]) => ({ id, seq }));
    for (const workspace of open.length > 0 ? open : [null])
      this.#send({ topic: 'stream', type: 'ready', viewer, workspace });
  }

  #listen(stream: string): void {
    if (!this.#listening.has(stream))
      this.#listening.set(
        stream,
        this.hub.listen(stream, (rows) => this.#hear(rows)),
      );
  }

  /** Sets where a log is read from. True where what the client missed is not kept any more. */
  #startAt(stream: string, { head, oldest }: LogRange, heard: number | undefined): boolean {
    this.hub.seed(stream, head);
    const isLost = heard !== undefined && (heard > head || (heard < head && (oldest === null || oldest > heard + 1)));
    this.#cursors.set(stream, heard === undefined || isLost ? head : heard);
    return isLost;
  }

  #hear(rows: readonly LogRow[]): void {
    for (const row of rows) {
      if (this.#live) this.#deliver(row);
      else this.#passed.set(row.stream, row.seq);
      if (this.#live && this.sink.isFull()) void this.#catchUp();
    }
  }

  async #catchUp(): Promise<void> {
    this.#live = false;
    try {
      for (let behind = true; behind && !this.#over;) {
        await this.sink.room();
        if (this.#over) return;
        const rows = await this.log.read(this.#cursors, PAGE);
        for (const row of rows) this.#deliver(row);
        behind =
          rows.length >= PAGE || [...this.#cursors].some(([stream, seq]) => (this.#passed.get(stream) ?? 0) > seq);
      }
      this.#live = true;
    } catch {
      // The database did not answer. The client comes back when it does.
      this.sink.cut();
    }
  }

  #deliver(row: LogRow): void {
    const cursor = this.#cursors.get(row.stream);
    if (this.#over || cursor === undefined || row.seq <= cursor) return;
    if (row.seq !== cursor + 1) return this.sink.cut();
    this.#cursors.set(row.stream, row.seq);
    if (row.stream === this.#ownLog) return this.#deliverOwn(row);
    const before = this.#viewers.get(row.stream);
    if (!before || row.payload.topic === 'viewer') return;
    const { visible, viewer } = look(before, row);
    if (visible) this.#send(row.payload);
    if (viewer) this.#viewers.set(row.stream, viewer);
    else this.#closeWorkspace(row.payload.workspaceId);
  }

  #deliverOwn({ payload }: LogRow): void {
    this.#send(payload);
    const isReturn = payload.topic === 'viewer' && payload.type === 'membership' && payload.change === 'added';
    if (!isReturn || !this.request.workspaceIds.includes(payload.workspaceId)) return;
    // Somebody who was removed and has been let in again: the workspace's log goes on from here.
    if (!this.#viewers.has(workspaceLog(payload.workspaceId))) this.sink.cut();
  }

  #closeWorkspace(workspaceId: string): void {
    const stream = workspaceLog(workspaceId);
    this.#cursors.delete(stream);
    this.#viewers.delete(stream);
    this.#listening.get(stream)?.();
    this.#listening.delete(stream);
    this.#send({ topic: 'stream', type: 'closed', workspaceId });
  }

  /** How far all logs have been sent. */
  #position(): Position {
    const workspaces = this.request.workspaceIds.flatMap((id) => {
      const seq = this.#cursors.get(workspaceLog(id));
      return seq === undefined ? [] : [[id, seq] as const];
    });
    return { viewer: this.#cursors.get(this.#ownLog) ?? 0, workspaces: new Map(workspaces) };
  }

  #send(event: GuildhallEvent): void {
    this.sink.send(event, encodePosition(this.#position()));
  }
}
