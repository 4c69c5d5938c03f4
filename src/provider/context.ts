import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { GuildhallAdapter, GuildhallEvent, StreamStatus } from '../contract/index.js';
import type { Catalogue, Format } from '../i18n/index.js';
import type { GuildhallComponents } from './components.js';
import type { EntityKindWords } from './entityKinds.js';
import type { Density } from './theme.js';

/** What every hook and component of Guildhall reads. */
export interface GuildhallContextValue {
  readonly adapter: GuildhallAdapter;
  readonly queryClient: QueryClient;
  /** The workspace that is open, where the host has said so. */
  readonly workspaceId: string | undefined;
  /** BCP 47. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Catalogue;
  /** The host's words for what workspaces hold, in display order. */
  readonly entityKinds: readonly EntityKindWords[];
  /** The host's own components. */
  readonly components: GuildhallComponents;
  readonly density: Density;
  readonly format: Format;
  /** Now, in milliseconds since the epoch. Tests and stories stop it. */
  readonly now: () => number;
  /** Where dialogs and menus are put. @default document.body */
  readonly portalContainer: HTMLElement | null | undefined;
  /** Told of every failure, beside what the interface shows. */
  readonly onError: (error: unknown) => void;
}

export const GuildhallContext = createContext<GuildhallContextValue | null>(null);
GuildhallContext.displayName = 'GuildhallContext';

/** How the live connection is doing; null where the adapter has none. Apart, since it changes by itself. */
export const StreamStatusContext = createContext<StreamStatus | null>(null);

/** Who is told of the live connection's events, after the cache. */
export const LiveEventsContext = createContext<Set<(event: GuildhallEvent) => void> | null>(null);

/**
 * What the nearest `GuildhallProvider` gives. Throws where there is none, and says so.
 */
export function useGuildhall(): GuildhallContextValue {
  const value = useContext(GuildhallContext);
  if (value === null) {
    throw new Error(
      'Guildhall: this component needs a <GuildhallProvider adapter={…}> above it. Wrap your app, or the screen that shows it, in one.',
    );
  }
  return value;
}

/** Whether changes by others arrive by themselves; null where the adapter cannot tell. */
export function useStreamStatus(): StreamStatus | null {
  return useContext(StreamStatusContext);
}
