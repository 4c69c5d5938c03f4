import type { EventObject } from '../kernel/events.js';
import type { Kernel } from '../kernel/kernel.js';
import { createRandom, drawFate, NO_FAULTS } from './faults.js';
import type { Fate, Faults } from './faults.js';
import { compose } from './payload.js';
import type { Message } from './payload.js';

/** Somewhere that events are sent. */
export interface Target {
  id: string;
  /** For people: its URL. */
  label: string;
  secret: string;
  wants: (type: string) => boolean;
  /** @returns whether it was accepted */
  send: (message: Message, event: EventObject) => Promise<boolean>;
  /** @default true */
  retries?: boolean;
}

/** An attempt to tell a target of an event. */
export interface Attempt {
  event: string;
  type: string;
  target: string;
  /** From 1. */
  attempt: number;
  /** What was wrong with it on purpose. */
  flaw: Fate['flaw'];
  isAccepted: boolean;
}

/** Sends events to those who want them, and tries again where it failed. */
export interface Delivery {
  addTarget: (target: Target) => () => void;
  faults: Faults;
  setFaults: (faults: Partial<Faults>) => void;
  /** The attempts so far, oldest first; the last thousand. */
  attempts: readonly Attempt[];
  /** Resolves when all that is on its way has arrived or failed. What is to be tried again later stays to be tried. */
  settle: () => Promise<void>;
  /** Sends all that waits for its time or its turn, now. */
  flush: () => Promise<void>;
  close: () => void;
}

/** One event for one target. */
interface Parcel {
  event: EventObject;
  target: Target;
  flaw: Fate['flaw'];
  attempts: number;
  /** On the simulator's clock, in seconds. */
  at: number;
}

/** Seconds until the next attempt, by the attempts made: soon at first, so that a demo goes on by itself. */
const RETRIES = [2, 10, 60, 300, 1800, 7200, 18_000, 36_000];
const MOST_ATTEMPTS_KEPT = 1000;

/** Delivery that has nowhere to deliver yet. It never blocks a request: sending goes on after the answer. */
function createDelivery(kernel: Kernel): Delivery {
  const { clock, store, events } = kernel;
  const targets = new Set<Target>();
  const waiting = new Set<Parcel>();
  const held = new Map<Target, Parcel[]>();
  const attempts: Attempt[] = [];
  /** What is on its way, by target: one after the other, as long as nothing goes wrong. */
  const lines = new Map<Target, Promise<void>>();
  let faults = NO_FAULTS;
  let random = createRandom(faults.seed);
  let isClosed = false;

  async function attempt(parcel: Parcel): Promise<void> {
    const { event, target, flaw } = parcel;
    if (isClosed || !targets.has(target)) return;
    parcel.attempts += 1;
    const isAccepted =
      flaw === 'drop' ? false : await target.send(compose(store, event, target.secret, flaw), event).catch(() => false);
    attempts.push({
      event: event.id,
      type: event.type,
      target: target.label,
      attempt: parcel.attempts,
      flaw,
      isAccepted,
    });
    attempts.splice(0, attempts.length - MOST_ATTEMPTS_KEPT);
    const wait = RETRIES[parcel.attempts - 1];
    if (isAccepted || wait === undefined || target.retries === false) return;
    waiting.add({ ...parcel, flaw: null, at: clock.now() + wait });
  }

  function send(parcel: Parcel): void {
    const { target } = parcel;
    const line = (lines.get(target) ?? Promise.resolve()).then(() => attempt(parcel));
    lines.set(target, line);
  }

  function release(target: Target): void {
    const parcels = held.get(target) ?? [];
    held.delete(target);
    parcels.forEach(send);
  }

  function take(event: EventObject): void {
    for (const target of targets) {
      if (!target.wants(event.type)) continue;
      const fate = drawFate(faults, random);
      const parcel = { event, target, flaw: fate.flaw, attempts: 0, at: clock.now() + fate.delay };
      if (fate.delay > 0) waiting.add(parcel);
      else if (fate.isHeld) held.set(target, [...(held.get(target) ?? []), parcel]);
      else {
        send(parcel);
        release(target);
      }
      if (fate.copies === 2) send({ ...parcel, flaw: null });
    }
  }

  const stop = events.onEvent(take);
  clock.addSource((testClock) => {
    if (testClock !== null) return null;
    const next = [...waiting].toSorted((a, b) => a.at - b.at)[0];
    if (!next) return null;
    const run = () => {
      waiting.delete(next);
      send(next);
    };
    return { at: next.at, testClock, run };
  });

  const settle = async () => {
    for (let before: Promise<void>[] = []; ;) {
      const now = [...lines.values()];
      if (now.every((line, index) => line === before[index]) && now.length === before.length) return;
      before = now;
      await Promise.all(now);
    }
  };

  return {
    attempts,
    get faults() {
      return faults;
    },
    setFaults(change) {
      faults = { ...faults, ...change };
      random = createRandom(faults.seed);
    },
    addTarget(target) {
      targets.add(target);
      return () => void targets.delete(target);
    },
    settle,
    async flush() {
      for (const target of targets) release(target);
      const due = [...waiting];
      waiting.clear();
      due.forEach(send);
      await settle();
    },
    close() {
      isClosed = true;
      stop();
    },
  };
}

const deliveries = new WeakMap<Kernel, Delivery>();

/** The delivery of a simulator's kernel. */
export function deliveryOf(kernel: Kernel): Delivery {
  const delivery = deliveries.get(kernel) ?? createDelivery(kernel);
  deliveries.set(kernel, delivery);
  return delivery;
}
