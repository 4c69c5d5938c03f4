import { defineMessages } from '../../i18n/index.js';

/** The words of `BillingContacts`, under `billingContacts`. */
export const billingContactsMessages = defineMessages('billingContacts', {
  heading: 'Who sees billing',
  description: 'Owners, and the billing contacts they choose, see billing and can change it.',
  owner: 'Owner',
  contact: 'Billing contact',
  you: 'you',
  add: 'Add billing contact',
  addShort: 'Add',
  search: 'Find a member',
  noMatch: 'No member matches. Billing contacts are members: invite them first.',
  everybody: 'Everybody here sees billing already.',
  remove: 'Remove {name} as billing contact',
  removed: '{name} no longer sees billing.',
  added: '{name} sees billing now.',
  failed: 'Nothing was changed for {name}. {reason}',
  listFailed: 'Who sees billing did not load',
  retry: 'Try again',
  clear: 'Clear search',
  close: 'Close',
});
