import type * as Entities from './applyEntityEvent.js';
import type { EventTarget } from './applyEvent.js';
import { keys } from './keys.js';

let loading: Promise<typeof Entities> | undefined;

async function load(): Promise<typeof Entities> {
  try {
    return await import('./applyEntityEvent.js');
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/**
 * Does something with what is cached of a workspace's entities, in the order of the calls. What it takes is loaded with the
 * first call that finds anything there: who only looks at members never needs it. Where it cannot be loaded, all of it is
 * asked for again.
 */
export function toEntities(target: EventTarget, workspaceId: string, work: (entities: typeof Entities) => void): void {
  const { client, adapter, refetch } = target;
  const all = [
    keys.within(adapter, 'entities.list', workspaceId),
    keys.within(adapter, 'entities.counts', workspaceId),
    keys.own(adapter, 'entities.get'),
  ];
  if (!all.some((queryKey) => client.getQueryCache().find({ queryKey, exact: false }))) return;
  const doIt = async () => {
    try {
      work(await (loading ??= load()));
    } catch {
      for (const queryKey of all) refetch(queryKey);
    }
  };
  void doIt();
}
