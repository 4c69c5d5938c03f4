import { useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { GuildhallContext } from '../provider/context.js';
import { copyOf, themeAbove, themeOf } from '../provider/theme.js';
import type { ThemeAttributes } from '../provider/theme.js';

/** What a modal of the host's makes of everything outside of itself. */
const UNREACHABLE = '[aria-hidden="true"], [inert]';

/** The theme of a place in the document, followed while it changes: a host may turn dark meanwhile. */
function useThemeAt(place: Element | null): ThemeAttributes {
  const theme = themeAbove(place);
  const [follow, read] = useMemo(() => {
    const subscribe = (onChange: () => void) => {
      const observer = new MutationObserver(onChange);
      if (theme) observer.observe(theme, { attributes: true });
      return () => observer.disconnect();
    };
    return [subscribe, () => JSON.stringify(theme ? copyOf(theme) : themeOf({}))] as const;
  }, [theme]);
  const attributes = useSyncExternalStore(follow, read, read);
  return useMemo(() => JSON.parse(attributes) as ThemeAttributes, [attributes]);
}

/**
 * Where an overlay goes, from its opening on, how it looks and how it is written: as the place that it belongs to, from
 * left to right without a provider. The document's body where the host gave no other, or where a modal of the host's
 * stands in front of it.
 */
export function usePortal(place: Element | null) {
  const context = useContext(GuildhallContext);
  const [container] = useState(() => {
    const given = context?.portalContainer;
    return given?.closest(UNREACHABLE) ? undefined : (given ?? undefined);
  });
  const theme = useThemeAt(place);
  return {
    /** Undefined: the document's body. */
    container,
    /** For the overlay's outermost element. */
    theme: { ...theme, 'data-density': context?.density },
    dir: context?.direction ?? 'ltr',
    lang: context?.locale,
  } as const;
}
