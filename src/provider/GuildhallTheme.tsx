'use client';
import * as Direction from '@radix-ui/react-direction';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { themeAbove, themeOf } from './theme.js';
import type { Density, GuildhallLook } from './theme.js';

export interface GuildhallThemeProps {
  /**
   * On a page from a server without a Radix theme say it, if only as `{}`: that there is none is seen in the browser.
   *
   * @default the theme above; where there is none: violet on slate, medium radius, the appearance that the page has
   */
  theme?: GuildhallLook | undefined;
  direction: 'ltr' | 'rtl';
  locale: string;
  density: Density;
  children: ReactNode;
}

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

const DEFAULT: GuildhallLook = {};

/**
 * Inherits the Radix theme above, or is one where there is none, or where it is told a look. An element without a box
 * of its own either way: it cannot be known on a server, and must not be in the way of the host's layout.
 */
export function GuildhallTheme({ theme, direction, locale, density, children }: GuildhallThemeProps) {
  const element = useRef<HTMLDivElement>(null);
  const [isAlone, setIsAlone] = useState(false);
  useBrowserLayoutEffect(() => setIsAlone(themeAbove(element.current?.parentElement) === null), []);
  const look = theme ?? (isAlone ? DEFAULT : undefined);
  const own = look && themeOf(look);
  return (
    <div
      ref={element}
      {...(own ? { ...own, dir: direction, lang: locale } : {})}
      data-density={density}
      className={own ? `gh-theme ${own.className}` : 'gh-theme'}
    >
      <Direction.Provider dir={direction}>{children}</Direction.Provider>
    </div>
  );
}
