import { useContext, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { GuildhallContext } from '../provider/context.js';

/** A component that is loaded when it is first shown, or before by `preload`. */
export interface OnDemand<P> {
  (props: P): ReactNode;
  /** Begins to load; what goes wrong shows when it is needed. */
  preload: () => void;
}

/**
 * Makes a component that is loaded when it is first shown. Unlike `React.lazy` it tries again after it could not be
 * loaded, tells the provider's `onError`, and leaves the rest of the screen standing.
 *
 * @param fallback stands in its place until it is there
 * @example const MenuContent = onDemand(() => import('./MenuContent.js').then((module) => module.MenuContent));
 */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: ReactNode = null,
): OnDemand<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const loadOnce = async () => {
    try {
      Loaded = await load();
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  const begin = () => (loading ??= loadOnce());
  function Shown(props: P) {
    const report = useContext(GuildhallContext)?.onError;
    const [, setIsLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      let isGone = false;
      const wait = async () => {
        try {
          await begin();
          if (!isGone) setIsLoaded(true);
        } catch (error) {
          report?.(error);
        }
      };
      void wait();
      return () => {
        isGone = true;
      };
    }, [report]);
    return Loaded === undefined ? fallback : <Loaded {...props} />;
  }
  return Object.assign(Shown, { preload: () => void begin().catch(() => undefined) });
}
