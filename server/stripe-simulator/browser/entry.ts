import { setStripe } from './index.js';
import { intentsOverHttp } from './intentsOverHttp.js';

declare global {
  /** Put before the script by whoever serves it: where the API is. */
  const STRIPE_STAND_IN_API: string;
}

setStripe((publishableKey) => intentsOverHttp(STRIPE_STAND_IN_API, publishableKey));
