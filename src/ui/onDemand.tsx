import { useContext, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { GuildhallContext } from '../provider/context.js';

/** How far something that is loaded on demand is. */
export interface Loading {
  isThere: boolean;
  /** Why it did not come, until another try begins; null otherwise. */
  error: unknown;
  retry: () => void;
}

/** A component that is loaded when it is first shown, or before by `preload`. */
export interface OnDemand<P> {
  (props: P): ReactNode;
  /** Begins to load; what goes wrong shows when it is needed. */
  preload: () => void;
  /** Has it loaded, for whoever cannot do without it, and says how far it is. */
  useLoading: () => Loading;
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
  function useLoading(): Loading {
    const report = useContext(GuildhallContext)?.onError;
    const [tries, setTries] = useState(0);
    const [error, setError] = useState<unknown>(null);
    const [isThere, setIsThere] = useState(Loaded !== undefined);
    useEffect(() => {
      let isGone = false;
      const wait = async () => {
        try {
          await begin();
          if (!isGone) setIsThere(true);
        } catch (cause) {
          report?.(cause);
          if (!isGone) setError(cause);
        }
      };
      void wait();
      return () => {
        isGone = true;
      };
    }, [report, tries]);
    const retry = () => {
      setError(null);
      setTries(tries + 1);
    };
    return { isThere, error, retry };
  }
  function Shown(props: P) {
    useLoading();
    return Loaded === undefined ? fallback : <Loaded {...props} />;
  }
  return Object.assign(Shown, { preload: () => void begin().catch(() => undefined), useLoading });
}
