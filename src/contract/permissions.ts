/** What a person is in a workspace, from the most to the least. */
export const ROLES = ['owner', 'admin', 'member'] as const;

/** What a person is in a workspace: `owner` > `admin` > `member`. */
export type Role = (typeof ROLES)[number];

/** Everything that somebody may or may not do in a workspace. */
export const PERMISSIONS = [
  'workspace:update',
  'workspace:delete',
  'workspace:transfer',
  'members:invite',
  'members:manage',
  'activity:read',
  'billing:manage',
] as const;

/** One thing that somebody may or may not do in a workspace. */
export type Permission = (typeof PERMISSIONS)[number];

/** The two facts about a member that permissions follow from. */
export interface Standing {
  readonly role: Role;
  /** May manage payment methods and see billing, whatever the role. Owners may anyway. */
  readonly billingContact: boolean;
}

const BY_ROLE: Record<Role, readonly Permission[]> = {
  owner: PERMISSIONS,
  admin: ['workspace:update', 'members:invite', 'members:manage', 'activity:read'],
  member: [],
};

/** Everything that somebody of this standing may do, in the order of {@link PERMISSIONS}. */
export function permissionsOf({ role, billingContact }: Standing): Permission[] {
  const granted = BY_ROLE[role];
  return PERMISSIONS.filter(
    (permission) => granted.includes(permission) || (billingContact && permission === 'billing:manage'),
  );
}

/** Whether somebody of this standing may do this one thing. */
export function may(standing: Standing, permission: Permission): boolean {
  return permissionsOf(standing).includes(permission);
}

/** Whether `role` stands above `other`. */
export function outranks(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(other);
}

/** The roles that somebody of this role may give to others: never one above their own. */
export function assignableRoles(role: Role): Role[] {
  return BY_ROLE[role].includes('members:manage') ? ROLES.filter((other) => !outranks(other, role)) : [];
}
