import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';

/** Begins adding a payment method: Stripe.js confirms what this answers. */
export function useCreateSetup() {
  const { adapter } = useGuildhall();
  return useGuildhallMutation('billing.createSetup', adapter.billing?.createSetup);
}
