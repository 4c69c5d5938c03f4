import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { GuildhallContext, useGuildhall } from '../../provider/context.js';

const MODAL = '[role="dialog"], [role="alertdialog"], dialog';

/**
 * The dialog or sheet that an element stands in. A modal one of another library makes everything outside
 * of it inert, so overlays opened from within must be put within.
 */
export const modalAround = (element: Element): HTMLElement | null => element.closest<HTMLElement>(MODAL);

/** Puts the overlays of its children into `container`, unless the host has them put somewhere within it already. */
export function Inside({ container, children }: { container: HTMLElement | null; children: ReactNode }) {
  const context = useGuildhall();
  const value = useMemo(() => {
    const given = context.portalContainer ?? null;
    const isReachable = given !== null && (container === null || container.contains(given));
    return { ...context, portalContainer: isReachable ? given : container };
  }, [context, container]);
  return <GuildhallContext.Provider value={value}>{children}</GuildhallContext.Provider>;
}
