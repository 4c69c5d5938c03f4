import type { MessageOverrides } from '../../i18n/index.js';
import type { actionMessages } from './actions.messages.js';
import type { dialogMessages } from './dialog.messages.js';
import type { emptyMessages } from './empty.messages.js';
import type { invitationMessages } from './invitations.messages.js';
import type { membersTableMessages } from './MembersTable.messages.js';
import type { rowMessages } from './rows.messages.js';
import type { toolMessages } from './tools.messages.js';
import type { bulkMessages } from './bulk.messages.js';

type All = (typeof membersTableMessages)['messages'] &
  (typeof actionMessages)['messages'] &
  (typeof dialogMessages)['messages'] &
  (typeof invitationMessages)['messages'] &
  (typeof emptyMessages)['messages'] &
  (typeof rowMessages)['messages'] &
  (typeof bulkMessages)['messages'] &
  (typeof toolMessages)['messages'];

/** Other words for `MembersTable`, by key: those that show at once, and those that are loaded later. */
export type MembersTableMessages = MessageOverrides<All>;
