'use client';
import { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { GuildhallAdapter } from '../contract/index.js';
import { createFormat, directionOf } from '../i18n/index.js';
import type { Catalogue } from '../i18n/index.js';
import type { GuildhallComponents } from './components.js';
import { GuildhallContext } from './context.js';
import type { GuildhallContextValue } from './context.js';
import type { EntityKindWords } from './entityKinds.js';
import { GuildhallTheme } from './GuildhallTheme.js';
import type { GuildhallThemeProps } from './GuildhallTheme.js';
import { LiveSync } from './LiveSync.js';
import type { Density } from './theme.js';

export interface GuildhallProviderProps {
  /** Where data comes from and changes go to. Make it once, outside of rendering. */
  adapter: GuildhallAdapter;
  /** The workspace that is open. Components inside use it unless they are given one. */
  workspaceId?: string | undefined;
  /** BCP 47: the language and the way of writing numbers and dates. @default 'en' */
  locale?: string | undefined;
  /** IANA name, such as `Europe/Berlin`. @default the machine's own */
  timeZone?: string | undefined;
  /** Words in another language, or other words. By namespace, then by key. @default {} */
  messages?: Catalogue | undefined;
  /**
   * What you call what workspaces hold, in the order to show it in, in the language of `locale`. Kinds that are not named
   * go by their own name, after these. Make it once for each language, outside of rendering. @default []
   */
  entityKinds?: readonly EntityKindWords[] | undefined;
  /** @default from the locale */
  direction?: 'ltr' | 'rtl' | undefined;
  /** The look where no Radix `<Theme>` is above; inside of one, that one's look holds. */
  theme?: GuildhallThemeProps['theme'];
  /** How close things stand, within the host's theme or our own. @default 'comfortable' */
  density?: Density | undefined;
  /** Your own avatar, link and empty state, used wherever ours would be. @default {} */
  components?: GuildhallComponents | undefined;
  /** Where dialogs and menus are put, unless a modal of yours stands in front of it. @default document.body */
  portalContainer?: HTMLElement | null | undefined;
  /** Told of every failure, beside what the interface shows. For your logs. */
  onError?: ((error: unknown) => void) | undefined;
  /** Told when the viewer has lost a workspace: removed from it, or it was deleted. */
  onWorkspaceLost?: ((workspaceId: string) => void) | undefined;
  /** Your own TanStack Query client, to share its devtools and persistence; it is never reconfigured. @default a private one */
  queryClient?: QueryClient | undefined;
  /** The time, in milliseconds. @default Date.now */
  now?: (() => number) | undefined;
  children: ReactNode;
}

const EMPTY: Catalogue = {};
const NO_COMPONENTS: GuildhallComponents = {};
const NO_KINDS: readonly EntityKindWords[] = [];

/** The latest of a callback, behind a function that never changes, so that a host may pass it inline. */
function useLatest<A extends unknown[]>(callback: ((...args: A) => void) | undefined): (...args: A) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  const [stable] = useState(
    () =>
      (...args: A) =>
        latest.current?.(...args),
  );
  return stable;
}

/**
 * Gives every Guildhall component and hook inside its adapter, language and look, and keeps what they
 * show in step with what others change.
 *
 * @example
 * const adapter = createHttpAdapter({ baseUrl: '/api/guildhall' });
 *
 * <GuildhallProvider adapter={adapter} workspaceId={workspaceId}>
 *   <MembersTable />
 * </GuildhallProvider>
 */
export function GuildhallProvider(props: GuildhallProviderProps) {
  const { adapter, workspaceId, locale = 'en', timeZone, messages = EMPTY, portalContainer, now = Date.now } = props;
  const { entityKinds = NO_KINDS, density = 'comfortable' } = props;
  const { Avatar, Link, EmptyState } = props.components ?? NO_COMPONENTS;
  const direction = props.direction ?? directionOf(locale);
  const onError = useLatest(props.onError);
  const onWorkspaceLost = useLatest(props.onWorkspaceLost);
  const [privateClient] = useState(() => new QueryClient());
  const queryClient = props.queryClient ?? privateClient;

  const value = useMemo<GuildhallContextValue>(
    () => ({
      adapter,
      queryClient,
      workspaceId,
      locale,
      direction,
      messages,
      entityKinds,
      components: { Avatar, Link, EmptyState },
      density,
      format: createFormat(locale, timeZone, now),
      now,
      portalContainer,
      onError,
    }),
    [
      adapter,
      queryClient,
      workspaceId,
      locale,
      direction,
      messages,
      entityKinds,
      Avatar,
      Link,
      EmptyState,
      density,
      timeZone,
      now,
      portalContainer,
      onError,
    ],
  );

  return (
    <GuildhallContext.Provider value={value}>
      <LiveSync onWorkspaceLost={onWorkspaceLost}>
        <GuildhallTheme theme={props.theme} direction={direction} locale={locale} density={density}>
          {props.children}
        </GuildhallTheme>
      </LiveSync>
    </GuildhallContext.Provider>
  );
}
