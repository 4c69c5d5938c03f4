import type { Role } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import type { MenuOption } from '../../ui/index.js';
import type { membersTableMessages } from './MembersTable.messages.js';

/** The words of the table, in the viewer's language. */
export type Words = Translate<(typeof membersTableMessages)['messages']>;

/** Roles to choose from, each with what it means and why it cannot be chosen. */
export function roleOptions(
  t: Words,
  roles: readonly Role[],
  whyNot: (role: Role) => string | null = () => null,
): MenuOption<Role>[] {
  return roles.map((role) => ({ value: role, label: t(role), description: t(`${role}Can`), reason: whyNot(role) }));
}

/** What people are called in sentences: the first of their names, or the address where they have none. */
export function shortName(name: string): string {
  return name.includes('@') ? name : (name.split(/\s+/)[0] ?? name);
}
