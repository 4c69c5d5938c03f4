import { useEffect, useState } from 'react';
import { useGuildhall } from '../../provider/context.js';

const MINUTE = 60_000;

/** Now, in milliseconds; asked again each minute, so that "12 minutes ago" grows older. */
export function useMinute(): number {
  const { now } = useGuildhall();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), MINUTE);
    return () => clearInterval(timer);
  }, [now]);
  return at;
}
