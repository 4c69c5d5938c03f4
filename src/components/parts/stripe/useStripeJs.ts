import type { Stripe } from '@stripe/stripe-js';
import { useCallback, useEffect, useState } from 'react';
import { useCatalogue } from '../../../hooks/index.js';
import { loadStripeFor } from './loadStripe.js';

/**
 * Stripe.js for what this host sells: undefined while it loads, and why where it, or the key that it takes, does not come.
 * `retry` tries again.
 */
export function useStripeJs() {
  const { data: catalogue, error, isFetching, refetch } = useCatalogue();
  const publishableKey = catalogue?.publishableKey ?? null;
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
  const isWithoutKey = publishableKey === null && error !== null && !isFetching;
  return {
    catalogue,
    stripe: loaded.stripe,
    failure: isWithoutKey ? error : loaded.failure,
    retry: () => void (publishableKey === null ? refetch() : load()),
  };
}
