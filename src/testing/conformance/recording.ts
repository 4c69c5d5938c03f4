import { expect } from 'vitest';
import type { GuildhallAdapter, GuildhallEvent, StreamStatus } from '../../contract/index.js';
import { expectEvent } from './shapes.js';

/** How long an event may take, in milliseconds, before it counts as lost. */
const PATIENCE_MS = 5_000;

/** What a stream brought so far. */
export class Recording {
  readonly events: GuildhallEvent[] = [];
  readonly statuses: StreamStatus[] = [];
  readonly stop: () => void;
  readonly #waiting = new Set<() => void>();
  readonly #problems: unknown[] = [];

  constructor(adapter: GuildhallAdapter, workspaceId: string | undefined) {
    if (!adapter.subscribe) throw new Error('This adapter has no subscribe.');
    this.stop = adapter.subscribe(workspaceId === undefined ? {} : { workspaceId }, {
      onEvent: (event) => this.#add(event),
      onStatus: (status) => this.#changed(() => this.statuses.push(status)),
    });
  }

  #add(event: GuildhallEvent): void {
    this.#changed(() => {
      try {
        this.events.push(expectEvent(event));
      } catch (problem) {
        this.#problems.push(problem);
      }
    });
  }

  #changed(change: () => void): void {
    change();
    for (const look of this.#waiting) look();
  }

  /** Waits for what `find` finds in the events. Nothing in this suite sleeps for a fixed time. */
  until<T>(what: string, find: (events: readonly GuildhallEvent[]) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#waiting.delete(look);
        clearTimeout(timer);
        settle();
      };
      const look = () => {
        const found = find(this.events);
        if (this.#problems.length > 0) finish(() => reject(this.#problems[0] as Error));
        else if (found !== undefined) finish(() => resolve(found));
      };
      const seen = () => this.events.map((event) => JSON.stringify(event)).join('\n');
      const giveUp = () =>
        finish(() => reject(new Error(`Waited in vain for ${what}. The stream brought:\n${seen()}`)));
      const timer = setTimeout(giveUp, PATIENCE_MS);
      this.#waiting.add(look);
      look();
    });
  }

  /** Waits for the first event that has these fields, after `skip` of the events. */
  event(fields: Record<string, unknown>, skip = 0): Promise<GuildhallEvent> {
    const has = (event: GuildhallEvent) =>
      Object.entries(fields).every(([key, value]) => (event as Record<string, unknown>)[key] === value);
    return this.until(`an event with ${JSON.stringify(fields)}`, (events) => events.slice(skip).find(has));
  }

  /** The events of one workspace so far. */
  ofWorkspace(workspaceId: string): (GuildhallEvent & { seq: number })[] {
    return this.events.filter(
      (event): event is GuildhallEvent & { seq: number } =>
        event.topic !== 'viewer' && event.topic !== 'stream' && event.workspaceId === workspaceId,
    );
  }

  /** The events of the person's own topic so far. */
  ofViewer(): (GuildhallEvent & { topic: 'viewer' })[] {
    return this.events.filter((event) => event.topic === 'viewer');
  }
}

/** Whether numbers follow each other without a gap. */
export function expectGapless(events: readonly { seq: number }[]): void {
  const seqs = events.map(({ seq }) => seq);
  const [first = 0] = seqs;
  expect(seqs, 'the events are numbered without a gap').toEqual(seqs.map((_, index) => first + index));
}
