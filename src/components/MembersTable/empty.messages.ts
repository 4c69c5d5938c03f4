import { defineMessages } from '../../i18n/index.js';

/** The words of a table without rows, under `membersTable`; loaded with it. */
export const emptyMessages = defineMessages('membersTable', {
  invite: 'Invite people',
  clearSearch: 'Clear search',
  onlyYou: 'Only you so far',
  onlyYouText: 'Invite the people you work with. They can use what is shared here.',
  addresses: 'Email addresses, separated by commas',
  addressesExample: 'name@example.com, …',
  noMatches: 'No matches',
  nobodyMatches: 'Nobody here matches {search}',
  nobodyUses: 'Nobody here uses {search}',
  nobodyHasRole: 'Nobody here has this role',
  searched: { one: 'Searched {count} member.', other: 'Searched {count} members.' },
  searchedInvitationsToo: {
    one: 'Searched {count} member, and the invitations.',
    other: 'Searched {count} members, and the invitations.',
  },
  inviteAddress: 'Invite {email}',
  clearFilters: 'Show everybody',
  forbidden: 'You cannot see these members',
  forbiddenText: 'You are not, or no longer, a member of this workspace.',
});
