import { useState } from 'react';
import type { ReactNode } from 'react';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import type { MemoryAdapterOptions } from '../../src/adapters/memory/index.js';
import type { GuildhallAdapter } from '../../src/contract/index.js';
import { GuildhallProvider } from '../../src/provider/GuildhallProvider.js';
import type { GuildhallProviderProps } from '../../src/provider/GuildhallProvider.js';
import { NOW, northwind } from './northwind.js';

/** What a story happens on. */
export interface StageProps extends Partial<Omit<GuildhallProviderProps, 'adapter' | 'children'>> {
  /** @default Northwind Studio, seen by its owner */
  memory?: MemoryAdapterOptions | undefined;
  /** Changes the adapter, to make something fail. @default unchanged */
  adapt?: ((adapter: GuildhallAdapter) => GuildhallAdapter) | undefined;
  /** Pixels, to see a component where there is less room. @default 752, as in a settings screen */
  width?: number | undefined;
  /** Room around it, so that what hangs outside is seen. @default 40 */
  padding?: number | undefined;
  children: ReactNode;
}

/** A provider on a backend in memory of its own, at the stories' moment, with its menus and dialogs in the page's landmark. */
export function Stage({ memory, adapt, width = 752, padding = 40, children, ...provider }: StageProps) {
  const [adapter] = useState(() => {
    const made = createMemoryAdapter({ world: northwind(), viewerId: 'amara', ...memory });
    return adapt ? adapt(made) : made;
  });
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  const given = { workspaceId: 'northwind', timeZone: 'UTC', now: () => NOW, portalContainer: overlays, ...provider };
  return (
    <GuildhallProvider {...given} adapter={adapter}>
      <div style={{ maxInlineSize: width, padding }}>{children}</div>
      <div ref={setOverlays} />
    </GuildhallProvider>
  );
}
