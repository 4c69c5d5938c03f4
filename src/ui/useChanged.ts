import { useEffect, useRef, useState } from 'react';

/** Milliseconds for which a row that was changed keeps its tint. */
const TINT = 2000;

/** An empty string, as a `data-*` state, for a while (`ms`, milliseconds) after `fact` has changed; else undefined. */
export function useChanged(fact: string, ms = TINT): '' | undefined {
  const before = useRef(fact);
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (before.current === fact) return;
    before.current = fact;
    setIsChanged(true);
    const timer = setTimeout(() => setIsChanged(false), ms);
    return () => clearTimeout(timer);
  }, [fact, ms]);
  return isChanged ? '' : undefined;
}
