import { useContext } from 'react';
import { GuildhallContext } from '../provider/context.js';

/** Where overlays go, and how they are written; the document's body from left to right without a provider. */
export function usePortal() {
  const context = useContext(GuildhallContext);
  return {
    /** Undefined: the document's body. */
    container: context?.portalContainer ?? undefined,
    dir: context?.direction ?? 'ltr',
    lang: context?.locale,
  } as const;
}
