import { getMatchingGrayColor } from '@radix-ui/themes/helpers';
import type { ThemeProps } from '@radix-ui/themes';

// A Radix theme is an element with a class and attributes, which its stylesheet documents and answers to. Its component
// would bring the tooltip and its positioning along: 17 kB before anything shows.

type LookProp = 'appearance' | 'accentColor' | 'grayColor' | 'radius' | 'scaling' | 'panelBackground';

/** The look that Guildhall brings where no Radix theme is above it. */
export type GuildhallLook = { [P in LookProp]?: NonNullable<ThemeProps[P]> };

/**
 * How close things stand. `compact` is for those who look at lists all day: rows and controls are lower, words stay as large. Where a
 * finger is likely it changes nothing.
 */
export type Density = 'comfortable' | 'compact';

/** What makes an element a Radix theme. */
export interface ThemeAttributes {
  readonly className: string;
  readonly [attribute: `data-${string}`]: string;
}

const THEME = 'radix-themes';
const SCHEMES = ['light', 'light-theme', 'dark', 'dark-theme'];
const COPIED = ['accent-color', 'gray-color', 'panel-background', 'radius', 'scaling'] as const;

/** The nearest Radix theme, from an element up. */
export const themeAbove = (element: Element | null | undefined): Element | null =>
  element?.closest(`.${THEME}`) ?? null;

/** What makes an element a theme of this look, as `<Theme>` would write it. */
export function themeOf(look: GuildhallLook): ThemeAttributes {
  const { appearance, accentColor = 'violet', grayColor = 'slate', panelBackground = 'solid' } = look;
  return {
    className: appearance === 'light' || appearance === 'dark' ? `${THEME} ${appearance}` : THEME,
    'data-accent-color': accentColor,
    'data-gray-color': grayColor === 'auto' ? (getMatchingGrayColor(accentColor) ?? 'gray') : grayColor,
    'data-panel-background': panelBackground,
    'data-radius': look.radius ?? 'medium',
    'data-scaling': look.scaling ?? '100%',
    'data-is-root-theme': 'false',
    'data-has-background': 'false',
  };
}

/** What gives an element elsewhere in the document the theme that this one is. */
export function copyOf(theme: Element): ThemeAttributes {
  const copied = COPIED.flatMap((name) => {
    const value = theme.getAttribute(`data-${name}`);
    return value === null ? [] : [[`data-${name}`, value] as const];
  });
  return {
    ...Object.fromEntries(copied),
    className: [THEME, ...SCHEMES.filter((scheme) => theme.classList.contains(scheme))].join(' '),
    'data-is-root-theme': 'false',
    'data-has-background': 'false',
  };
}
