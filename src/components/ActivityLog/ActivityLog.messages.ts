import { defineMessages } from '../../i18n/index.js';

/** The words of `ActivityLog`, under `activityLog`. */
export const activityLogMessages = defineMessages('activityLog', {
  title: 'Activity',
  description: 'Who did what in {workspace}.',
  dayHeading: '{when}, {date}',
  somebody: 'Somebody',
  earlier: 'Earlier days',
  moreFailed: 'The earlier days did not load. {reason}',
  retry: 'Try again',
  failed: 'The activity did not load',
  outdated: 'This may be out of date. {reason}',
  empty: 'Nothing has happened yet',
  emptyText: 'Who joins, leaves or changes something here will stand in this list.',
  forbidden: 'Activity is for owners and admins',
  whoToAsk: 'To learn what happened here, ask {names}.',

  aboutWorkspace: 'Workspace',
  aboutMembers: 'Members',
  aboutInvitations: 'Invitations',

  anOwner: 'an owner',
  anAdmin: 'an admin',
  aMember: 'a member',

  workspaceCreated: '{actor} created the workspace {name}',
  workspaceRenamed: '{actor} renamed the workspace from {from} to {to}',
  imageChanged: '{actor} changed the workspace’s picture',
  transferred: '{actor} handed the workspace over to {to}',
  joined: '{actor} joined as {role}',
  joinedInvited: '{actor} joined as {role}, invited by {inviter}',
  left: '{actor} left the workspace',
  removed: '{actor} removed {member}',
  roleChanged: '{actor} changed {member} from {from} to {to}',
  madeBillingContact: '{actor} made {member} a billing contact',
  unmadeBillingContact: '{actor} removed {member} as billing contact',
  invited: '{actor} invited {email} as {role}',
  invitedAgain: '{actor} sent the invitation to {email} again',
  invitationRoleChanged: '{actor} changed the invitation of {email} from {from} to {to}',
  invitationRevoked: '{actor} took back the invitation of {email}',
  invitationDeclined: '{email} declined the invitation',
});
