/** What goes wrong with webhooks, each as a probability between 0 and 1. */
export interface Faults {
  /** Makes the same faults in every run. */
  seed: number;
  /** Sent twice. */
  duplicate: number;
  /** Sent after the event that follows it. */
  shuffle: number;
  /** Sent a minute later. */
  delay: number;
  /** The first attempt gets lost. */
  drop: number;
  /** Tells of the object as an earlier event told of it. */
  stale: number;
  /** The first attempt is signed with another secret. */
  forged: number;
  /** The first attempt was signed six minutes ago. */
  old: number;
  /** The first attempt has no event id. */
  nameless: number;
}

/** The names of the probabilities. */
export const FAULT_NAMES = ['duplicate', 'shuffle', 'delay', 'drop', 'stale', 'forged', 'old', 'nameless'] as const;

/** Nothing goes wrong. */
export const NO_FAULTS: Faults = {
  seed: 1,
  duplicate: 0,
  shuffle: 0,
  delay: 0,
  drop: 0,
  stale: 0,
  forged: 0,
  old: 0,
  nameless: 0,
};

/** What is wrong with one attempt; an endpoint has to refuse all but `stale`. */
export type Flaw = 'drop' | 'stale' | 'forged' | 'old' | 'nameless';

/** What becomes of one event on its way to one endpoint. */
export interface Fate {
  copies: 1 | 2;
  isHeld: boolean;
  /** In seconds. */
  delay: number;
  /** Of the first attempt; later ones are as they should be. */
  flaw: Flaw | null;
}

const MINUTE = 60;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws what becomes of the next event. Each fault takes one number, so that one more fault changes no other. */
export function drawFate(faults: Faults, random: () => number): Fate {
  const drawn = new Map(FAULT_NAMES.map((name) => [name, random() < faults[name]]));
  const flaw = (['drop', 'forged', 'old', 'nameless', 'stale'] as const).find((name) => drawn.get(name)) ?? null;
  return {
    copies: drawn.get('duplicate') ? 2 : 1,
    isHeld: drawn.get('shuffle') ?? false,
    delay: drawn.get('delay') ? MINUTE : 0,
    flaw,
  };
}
