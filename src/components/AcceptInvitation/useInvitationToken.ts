import { useCallback, useEffect, useState } from 'react';

const STORED = 'guildhall.invitation';

/** A browser may keep storage from a page; the token then lasts as long as the page. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/**
 * Takes the token out of the address (`#token=…`), so that it stays neither in the history nor in what people
 * copy from the address bar. The rest of the fragment stays.
 */
function takeFromAddress(): string | null {
  const { hash, pathname, search } = window.location;
  const fields = new URLSearchParams(hash.slice(1));
  const token = fields.get('token');
  if (token === null || token === '') return null;
  fields.delete('token');
  const rest = fields.size > 0 ? `#${fields.toString()}` : '';
  window.history.replaceState(window.history.state, '', pathname + search + rest);
  return token;
}

/**
 * The token of the invitation that the page is about: the given one, or the one in the address. The latter is
 * kept for this tab, so that it is still there after signing in and after a reload, until it is forgotten.
 * Undefined while nobody has looked, as on a server.
 */
export function useInvitationToken(given: string | undefined) {
  const [found, setFound] = useState<string | null | undefined>(undefined);

  useEffect(() => {
    if (given !== undefined) return;
    const look = () => {
      const token = takeFromAddress();
      if (token !== null) storage()?.setItem(STORED, token);
      setFound((before) => token ?? storage()?.getItem(STORED) ?? before ?? null);
    };
    look();
    // Another link that is opened in the same tab changes nothing but the fragment.
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [given]);

  const forget = useCallback(() => storage()?.removeItem(STORED), []);
  return { token: given ?? found, forget };
}
