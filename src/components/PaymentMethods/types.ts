import type { PaymentMethod } from '../../contract/index.js';
import type { Format, Translate } from '../../i18n/index.js';
import type { methodMessages } from '../parts/method.messages.js';
import type { paymentMethodsMessages } from './PaymentMethods.messages.js';

/** What the parts are said with. */
export interface MethodWords {
  readonly t: Translate<(typeof paymentMethodsMessages)['messages']>;
  readonly tMethod: Translate<(typeof methodMessages)['messages']>;
  readonly format: Format;
  readonly explain: (error: unknown) => string;
}

/** What this viewer can do with payment methods. */
export interface MethodActions {
  add: () => void;
  setDefault: (method: PaymentMethod) => Promise<unknown>;
  remove: (method: PaymentMethod) => Promise<unknown>;
}
