/** What a page of the benchmark tells of itself. */
export interface Meter {
  /** Milliseconds from the first rendering until rows were painted; null until then. */
  painted: number | null;
  /** Milliseconds that React has worked so far: rendering, and what it does to the document. */
  work: number;
}

declare global {
  var meter: Meter;
}

/** Begins to measure; call it right before the first rendering. */
export function startMeter(row: string): Meter {
  const meter: Meter = { painted: null, work: 0 };
  globalThis.meter = meter;
  const began = performance.now();
  const observer = new MutationObserver(() => {
    if (document.querySelector(row) === null) return;
    observer.disconnect();
    // A task after the next frame: by then it is on the screen.
    requestAnimationFrame(() => setTimeout(() => (meter.painted = performance.now() - began)));
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return meter;
}
