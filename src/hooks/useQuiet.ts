import { useEffect, useState } from 'react';

/** Milliseconds of quiet before a search is sent. */
const QUIET = 150;

/** What has been typed once typing pauses; an emptied field takes effect at once. */
export function useQuiet(value: string): string {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), value === '' ? 0 : QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return value === '' ? '' : quiet;
}
