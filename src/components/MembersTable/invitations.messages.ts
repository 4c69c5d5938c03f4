import { defineMessages } from '../../i18n/index.js';

/** The words of the invitations that wait, under `membersTable`; loaded with them. */
export const invitationMessages = defineMessages('membersTable', {
  invited: 'Invited',
  invitation: 'Invitation',
  showAll: { one: 'Show all {count}', other: 'Show all {count}' },
  showFewer: 'Show fewer',
  invitedBy: 'Invited by {name} on {date}',
  invitedByYou: 'Invited by you on {date}',
  invitedOn: 'Invited on {date}',
  expires: 'Expires {when}',
  expired: 'Expired {when}',
  notDelivered: 'Not delivered',
});
