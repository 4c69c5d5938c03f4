'use client';
import { Theme, ThemeContext } from '@radix-ui/themes';
import type { ThemeProps } from '@radix-ui/themes';
import * as Direction from '@radix-ui/react-direction';
import { useContext } from 'react';
import type { ReactNode } from 'react';

type LookProp = 'appearance' | 'accentColor' | 'grayColor' | 'radius' | 'scaling' | 'panelBackground';

/** The look that Guildhall brings where no Radix theme is above it. */
export type GuildhallLook = { [P in LookProp]?: NonNullable<ThemeProps[P]> };

export interface GuildhallThemeProps {
  /** @default violet on slate, medium radius, the appearance that the page has */
  theme?: GuildhallLook | undefined;
  direction: 'ltr' | 'rtl';
  locale: string;
  children: ReactNode;
}

/**
 * Inherits the Radix theme above, or brings its own where there is none. The direction stands inside
 * of it, since a theme's root sets the direction back to left-to-right.
 */
export function GuildhallTheme({ theme, direction, locale, children }: GuildhallThemeProps) {
  const outer = useContext(ThemeContext);
  const directed = <Direction.Provider dir={direction}>{children}</Direction.Provider>;
  if (outer !== undefined && theme === undefined) return directed;
  return (
    <Theme
      accentColor="violet"
      grayColor="slate"
      radius="medium"
      panelBackground="solid"
      {...theme}
      hasBackground={false}
      className="gh-theme"
      asChild
    >
      <div dir={direction} lang={locale}>
        {directed}
      </div>
    </Theme>
  );
}
