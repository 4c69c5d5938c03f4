import type { Role } from '../../contract/index.js';
import { defineMessages } from '../../i18n/index.js';
import type { Translate } from '../../i18n/index.js';
import type { MenuOption } from '../../ui/index.js';

/** How roles are called and what they mean, under `roles`, for the screens about invitations. */
export const roleMessages = defineMessages('roles', {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
  ownerCan: 'Everything, and billing too',
  adminCan: 'Invites and manages people',
  memberCan: 'Uses what is here',
});

/** The words for roles, in the viewer's language. */
export type RoleWords = Translate<(typeof roleMessages)['messages']>;

/** Roles to choose from, each with what it means. */
export const roleOptions = (roles: readonly Role[], words: RoleWords): MenuOption<Role>[] =>
  roles.map((role) => ({ value: role, label: words(role), description: words(`${role}Can`) }));
