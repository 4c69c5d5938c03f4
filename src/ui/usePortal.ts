import { useContext, useState } from 'react';
import { GuildhallContext } from '../provider/context.js';

/** What a modal of the host's makes of everything outside of itself. */
const UNREACHABLE = '[aria-hidden="true"], [inert]';

/**
 * Where an overlay goes, from its opening on, and how it is written; the document's body from left to right without a
 * provider. The body too where a modal of the host's stands in front of the place that the host gave.
 */
export function usePortal() {
  const context = useContext(GuildhallContext);
  const [container] = useState(() => {
    const given = context?.portalContainer;
    return given?.closest(UNREACHABLE) ? undefined : (given ?? undefined);
  });
  return {
    /** Undefined: the document's body. */
    container,
    dir: context?.direction ?? 'ltr',
    lang: context?.locale,
  } as const;
}
