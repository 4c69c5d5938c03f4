import type { InputOf } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import type { billingDetailsMessages } from './BillingDetails.messages.js';

/** What the parts are said with. */
export interface DetailsWords {
  readonly t: Translate<(typeof billingDetailsMessages)['messages']>;
  readonly explain: (error: unknown) => string;
  readonly locale: string;
}

/** Saves what stands in the form. Rejects where it is refused. */
export type SaveDetails = (update: Omit<InputOf<'billing.updateDetails'>, 'workspaceId'>) => Promise<unknown>;
