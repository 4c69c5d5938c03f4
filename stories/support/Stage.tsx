import { useContext, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import type { MemoryAdapterOptions } from '../../src/adapters/memory/index.js';
import type { GuildhallAdapter } from '../../src/contract/index.js';
import { GuildhallProvider } from '../../src/provider/GuildhallProvider.js';
import type { GuildhallProviderProps } from '../../src/provider/GuildhallProvider.js';
import { NOW, northwind } from './northwind.js';
import './stage.css';
import { ToolbarContext } from './toolbar.js';

/** What a story happens on. */
export interface StageProps extends Partial<Omit<GuildhallProviderProps, 'adapter' | 'children'>> {
  /** @default Northwind Studio, seen by its owner */
  memory?: MemoryAdapterOptions | undefined;
  /** Changes the adapter, to make something fail. @default unchanged */
  adapt?: ((adapter: GuildhallAdapter) => GuildhallAdapter) | undefined;
  /** Pixels, to see a component where there is less room. @default 752, as in a settings screen */
  width?: number | undefined;
  /** Pixels around it, so that what hangs outside is seen; 16 at most on a phone. @default 40 */
  padding?: number | undefined;
  children: ReactNode;
}

/** A provider on a backend in memory of its own, at the stories' moment, with its menus and dialogs in the page's landmark. */
export function Stage({ memory, adapt, width = 752, padding = 40, children, ...provider }: StageProps) {
  const { viewerId, ...language } = useContext(ToolbarContext);
  const [adapter] = useState(() => {
    const made = createMemoryAdapter({ world: northwind(), viewerId, ...memory });
    return adapt ? adapt(made) : made;
  });
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  const given = {
    workspaceId: 'northwind',
    timeZone: 'UTC',
    now: () => NOW,
    portalContainer: overlays,
    ...language,
    ...provider,
    messages: provider.messages ?? language.messages,
  };
  return (
    <GuildhallProvider {...given} adapter={adapter}>
      <div className="stage" style={{ maxInlineSize: width, '--stage-padding': `${padding}px` } as CSSProperties}>
        {children}
      </div>
      <div ref={setOverlays} />
    </GuildhallProvider>
  );
}
