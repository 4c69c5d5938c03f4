import type { Translate } from '../../i18n/index.js';
import type { billingContactsMessages } from './BillingContacts.messages.js';

/** The words, in the viewer's language. */
export type ContactWords = Translate<(typeof billingContactsMessages)['messages']>;
