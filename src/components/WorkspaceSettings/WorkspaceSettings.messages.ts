import { defineMessages } from '../../i18n/index.js';

/** The words of `WorkspaceSettings`, under `workspaceSettings`. */
export const workspaceSettingsMessages = defineMessages('workspaceSettings', {
  title: 'Workspace settings',
  general: 'General',
  members: 'Members',
  billing: 'Billing',
  pastDue: 'Past due',
  items: 'Shared items',
  activity: 'Activity',
  failed: 'The workspace did not load',
  retry: 'Try again',
  lost: 'You no longer have access to {workspace}',
  lostUnknown: 'You have no access to this workspace',
  lostText: 'You are not a member of it any more, or it was deleted. Nothing else of yours has changed.',
  goElsewhere: 'Go to another workspace',
  offline: 'You are offline. This is how it was when you were last connected.',
  reconnecting: 'Changes by others do not arrive right now. Connecting again…',
});
