import { StripeFailure } from './failure.js';

/** What has been changed since a request began, so that it can be undone. */
export interface Journal {
  /** Notes how a change that was just made is undone. */
  note: (undo: () => void) => void;
  /** Runs work whole or not at all. A failure that `keepsEffects` is thrown on with its effects in place. */
  transact: <T>(work: () => T) => T;
  /** Runs work and undoes all of it, whatever comes: a preview is the real thing, undone. */
  attempt: <T>(work: () => T) => T;
  /** Called each time that the outermost work has ended. */
  onCommit: (listener: () => void) => void;
}

/** An empty journal. */
export function createJournal(): Journal {
  const undos: (() => void)[] = [];
  const listeners: (() => void)[] = [];
  let depth = 0;

  const undoTo = (mark: number) => {
    while (undos.length > mark) undos.pop()?.();
  };
  const leave = () => {
    depth -= 1;
    if (depth > 0) return;
    undos.length = 0;
    for (const listener of listeners) listener();
  };

  return {
    note: (undo) => {
      if (depth > 0) undos.push(undo);
    },
    onCommit: (listener) => void listeners.push(listener),
    transact(work) {
      const mark = undos.length;
      depth += 1;
      try {
        return work();
      } catch (error) {
        if (!(error instanceof StripeFailure && error.keepsEffects)) undoTo(mark);
        throw error;
      } finally {
        leave();
      }
    },
    attempt(work) {
      const mark = undos.length;
      depth += 1;
      try {
        return work();
      } finally {
        undoTo(mark);
        leave();
      }
    },
  };
}
