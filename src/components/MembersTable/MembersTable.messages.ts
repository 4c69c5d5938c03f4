import { defineMessages } from '../../i18n/index.js';

/** The words that the table shows at once, under `membersTable`. More of them come with the parts that need them. */
export const membersTableMessages = defineMessages('membersTable', {
  title: 'Members',
  description: 'Everyone here can use what is shared in {workspace}.',
  invite: 'Invite people',
  search: 'Search by name or email',
  searchBy: 'Name or email',
  clearSearch: 'Clear search',
  filter: 'Show roles',
  allRoles: 'All roles',
  owners: 'Owners',
  admins: 'Admins',
  members: 'Members',
  role: 'Role',
  joined: 'Joined',
  actions: 'Actions',
  sortByName: 'Sort by name',
  sortByRole: 'Sort by role',
  sortByJoined: 'Sort by when they joined',
  failed: 'The member list did not load',
  failedText: '{reason} Everyone still has the access they had.',
  retry: 'Try again',
  offline: 'You are offline. This is how it was when you were last connected.',
  outdated: 'This may be out of date. {reason}',
});
