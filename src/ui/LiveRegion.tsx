import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';

interface Announcer {
  /** Says a sentence politely, after what is being read. The same one may be said again. */
  announce: (sentence: string) => void;
  /** Render it once, always, so that it is there before its first sentence. */
  region: ReactElement;
}

/**
 * A polite announcer for what happened without moving the focus.
 *
 * @example const { announce, region } = useAnnouncer();
 */
export function useAnnouncer(): Announcer {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback((sentence: string) => {
    setSaid(({ turn }) => ({ sentence, turn: turn + 1 }));
  }, []);
  const region = (
    <span role="status" className="gh-visually-hidden">
      <span key={said.turn}>{said.sentence}</span>
    </span>
  );
  return { announce, region };
}
