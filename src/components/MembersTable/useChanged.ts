import { useEffect, useRef, useState } from 'react';

/** Milliseconds for which a row that was changed keeps its tint. */
const TINT = 2000;

/** An empty string, as a `data-*` state, for a while after `fact` has changed; else undefined. */
export function useChanged(fact: string): '' | undefined {
  const before = useRef(fact);
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (before.current === fact) return;
    before.current = fact;
    setIsChanged(true);
    const timer = setTimeout(() => setIsChanged(false), TINT);
    return () => clearTimeout(timer);
  }, [fact]);
  return isChanged ? '' : undefined;
}
