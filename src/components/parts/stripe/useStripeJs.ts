import type { Stripe } from '@stripe/stripe-js';
import { useCallback, useEffect, useState } from 'react';
import { loadStripeFor } from './loadStripe.js';

/** Stripe.js for this workspace's payments: undefined while it loads, and why where it does not. `load` tries again. */
export function useStripeJs(publishableKey: string | null) {
  const [loaded, setLoaded] = useState<{ stripe?: Stripe; failure?: unknown }>({});
  const load = useCallback(async () => {
    if (publishableKey === null) return;
    setLoaded({});
    try {
      setLoaded({ stripe: await loadStripeFor(publishableKey) });
    } catch (failure) {
      setLoaded({ failure });
    }
  }, [publishableKey]);
  useEffect(() => void load(), [load]);
  return { ...loaded, load };
}
