import { GuildhallError } from '../../src/contract/index.js';
import type { GuildhallAdapter } from '../../src/contract/index.js';

type Operation = (...given: unknown[]) => Promise<unknown>;

/** The same adapter, with each of its operations made into another. */
function eachOperation(adapter: GuildhallAdapter, change: (operation: Operation) => Operation): GuildhallAdapter {
  const changed = Object.entries(adapter).map(([group, operations]) => {
    if (typeof operations !== 'object' || group === 'supports') return [group, operations];
    const methods = Object.entries(operations as Record<string, Operation>);
    return [group, Object.fromEntries(methods.map(([name, run]) => [name, change(run)]))];
  });
  return Object.fromEntries(changed) as GuildhallAdapter;
}

/** Nothing ever answers. */
export const stalled = (adapter: GuildhallAdapter): GuildhallAdapter =>
  eachOperation(adapter, () => () => new Promise(() => undefined));

/** Milliseconds: long enough for what stands in for the content to be shown first. */
const SLOW = 400;

/** Every answer takes its time. */
export const slow = (adapter: GuildhallAdapter): GuildhallAdapter =>
  eachOperation(adapter, (run) => async (...given) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW));
    return run(...given);
  });

/** What is asked for fails; a host's own mistakes and outages look the same. */
export const failing = (adapter: GuildhallAdapter): GuildhallAdapter =>
  eachOperation(adapter, () => () => Promise.reject(new GuildhallError('internal')));

/** The viewer may not. */
export const refusing = (adapter: GuildhallAdapter): GuildhallAdapter =>
  eachOperation(adapter, () => () => Promise.reject(new GuildhallError('forbidden')));

/** What others change does not come, and it is known. */
export const offline = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  subscribe: (_input, listener) => {
    listener.onStatus?.('offline');
    return () => undefined;
  },
});

const LONG: Readonly<Record<string, string>> = {
  name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Cholmondeley von und zu Hohenlohe',
  email: 'wolfeschlegelsteinhausenbergerdorff.featherstonehaugh.cholmondeley@northwind.studio',
  title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, minutes of the meeting',
};

function lengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lengthened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      typeof inside === 'string' ? (LONG[key] ?? inside) : lengthened(inside),
    ]),
  );
}

/** Every name, address and title is one that does not fit. */
export const longNamed = (adapter: GuildhallAdapter): GuildhallAdapter =>
  eachOperation(
    adapter,
    (run) =>
      async (...given) =>
        lengthened(await run(...given)),
  );

/** A phone's width, and its room. */
export const ON_A_PHONE = { width: 358, padding: 16 };

/** The toolbar at Arabic, with the words that are shipped. */
export const FROM_THE_RIGHT = { locale: 'ar' };
