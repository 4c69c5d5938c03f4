import { defineMessages } from '../../i18n/index.js';
import type { Translate } from '../../i18n/index.js';

/** The words that come with the rows. */
export const rowMessages = defineMessages('membersTable', {
  moreFailed: 'The rest did not load.',
  you: '(you)',
  billingContact: 'Billing contact',
  select: 'Select {name}',
  selectsNotYourself: 'You cannot select yourself: leave the workspace instead.',
  roleOf: 'Role of {name}',
  actionsFor: 'Actions for {name}',
  someoneWhoLeft: 'Someone who left',
  invitationsFailed: 'The invitations did not load. {reason}',
  retry: 'Try again',
});

/** Those words, in the viewer's language. */
export type RowWords = Translate<(typeof rowMessages)['messages']>;
