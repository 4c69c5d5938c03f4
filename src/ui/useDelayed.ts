import { useEffect, useState } from 'react';

/**
 * True once `active` has been so for `delay` milliseconds; false at once when it ends. What takes no
 * time shows no progress.
 */
export function useDelayed(active: boolean, delay: number): boolean {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setIsDue(true), delay);
    return () => {
      clearTimeout(timer);
      setIsDue(false);
    };
  }, [active, delay]);
  return active && isDue;
}
