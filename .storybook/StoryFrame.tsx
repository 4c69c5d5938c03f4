import { Box, Theme } from '@radix-ui/themes';
import type { ThemeProps } from '@radix-ui/themes';
import * as Direction from '@radix-ui/react-direction';
import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/;

export interface StoryFrameProps {
  /** What the toolbar says. */
  globals: Record<string, unknown>;
  /** False for a story that fills the window: `parameters: { frame: 'edge' }`. */
  isPadded: boolean;
  /** On a page of documentation, where several stories stand below each other. */
  isDocs: boolean;
  children: ReactNode;
}

/**
 * Stands for the host app: its scheme as a class on <html>, as most hosts do it, its Radix theme and its direction, and
 * its landmark, since all that people see belongs to one.
 */
export function StoryFrame({ globals, isPadded, isDocs, children }: StoryFrameProps) {
  const locale = String(globals.locale ?? 'en');
  const scheme = globals.scheme === 'dark' ? 'dark' : 'light';
  const ofLocale = RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
  const direction = globals.direction === 'ltr' || globals.direction === 'rtl' ? globals.direction : ofLocale;

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
        <Direction.Provider dir={direction}>{isPadded ? <Box p="5">{children}</Box> : children}</Direction.Provider>
      </Landmark>
    </Theme>
  );
}
