import { Box, Theme } from '@radix-ui/themes';
import type { ThemeProps } from '@radix-ui/themes';
import * as Direction from '@radix-ui/react-direction';
import { Fragment, useLayoutEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { directionOf } from '../src/i18n/index.js';
import type { Catalogue } from '../src/i18n/index.js';
import { ToolbarContext, VIEWERS } from '../stories/support/toolbar.js';
import { localeOf } from './catalogue.js';
import { useTurned } from './turned.js';

export interface StoryFrameProps {
  /** What the toolbar says. */
  globals: Record<string, unknown>;
  /** The words of the toolbar's language. */
  messages: Catalogue;
  /** False for a story that fills the window: `parameters: { frame: 'edge' }`. */
  isPadded: boolean;
  /** On a page of documentation, where several stories stand below each other. */
  isDocs: boolean;
  children: ReactNode;
}

const isViewer = (viewer: unknown): viewer is keyof typeof VIEWERS => Object.keys(VIEWERS).includes(String(viewer));

/**
 * Stands for the host app: its scheme as a class on <html>, as most hosts do it, its Radix theme and its direction, and
 * its landmark, since all that people see belongs to one. Tells the stories' stages the language and who looks.
 */
export function StoryFrame({ globals, messages, isPadded, isDocs, children }: StoryFrameProps) {
  const turned = useTurned();
  const locale = localeOf(globals.locale);
  const scheme = turned?.scheme ?? (globals.scheme === 'dark' ? 'dark' : 'light');
  const isChosen = globals.direction === 'ltr' || globals.direction === 'rtl';
  const direction = turned?.direction ?? (isChosen ? (globals.direction as 'ltr' | 'rtl') : directionOf(locale));
  const viewerId = VIEWERS[isViewer(globals.viewer) ? globals.viewer : 'owner'];
  const density = globals.density === 'compact' ? ('compact' as const) : ('comfortable' as const);
  const toolbar = useMemo(
    () => ({ locale, messages, direction, density, viewerId }),
    [locale, messages, direction, density, viewerId],
  );

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.classList.remove('light', 'dark');
    root.classList.add(scheme);
    root.lang = locale;
    root.dir = direction;
  }, [scheme, locale, direction]);

  const Landmark = isDocs ? 'div' : 'main';
  return (
    <Theme
      asChild
      accentColor={globals.accent as NonNullable<ThemeProps['accentColor']>}
      radius={globals.radius as NonNullable<ThemeProps['radius']>}
      grayColor="slate"
      panelBackground="solid"
      dir={direction}
      style={isDocs ? { minHeight: 0 } : undefined}
    >
      <Landmark>
        <Direction.Provider dir={direction}>
          <ToolbarContext.Provider value={toolbar}>
            {/* Another viewer is another session. */}
            <Fragment key={viewerId}>
              {isPadded ? <Box p={{ initial: '0', sm: '5' }}>{children}</Box> : children}
            </Fragment>
          </ToolbarContext.Provider>
        </Direction.Provider>
      </Landmark>
    </Theme>
  );
}
