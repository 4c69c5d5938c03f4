import { useGuildhall } from '../provider/context.js';
import { useGuildhallMutation } from './useGuildhallQuery.js';

/** Asks for a link to Stripe’s own portal: made on the spot, for one use. */
export function useOpenPortal() {
  const { adapter } = useGuildhall();
  return useGuildhallMutation('billing.openPortal', adapter.billing?.openPortal);
}
