import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS, ROLES, assignableRoles, may, outranks, permissionsOf } from './permissions.js';

const role = fc.constantFrom(...ROLES);
const standing = fc.record({ role, billingContact: fc.boolean() });

describe('permissions', () => {
  it('are all there for owners, none for members, and billing for its contacts', () => {
    expect(permissionsOf({ role: 'owner', billingContact: false })).toEqual([...PERMISSIONS]);
    expect(permissionsOf({ role: 'member', billingContact: false })).toEqual([]);
    expect(permissionsOf({ role: 'member', billingContact: true })).toEqual(['billing:manage']);
    expect(permissionsOf({ role: 'admin', billingContact: false })).toEqual([
      'workspace:update',
      'members:invite',
      'members:manage',
      'activity:read',
    ]);
  });

  it('never shrink with a higher role, nor by becoming a billing contact', () => {
    fc.assert(
      fc.property(standing, standing, (a, b) => {
        fc.pre(!outranks(a.role, b.role) && (b.billingContact || !a.billingContact));
        expect(permissionsOf(b)).toEqual(expect.arrayContaining(permissionsOf(a)));
      }),
    );
  });

  it('are what `may` says, in the order of the list and without repetition', () => {
    fc.assert(
      fc.property(standing, (somebody) => {
        expect(permissionsOf(somebody)).toEqual(PERMISSIONS.filter((permission) => may(somebody, permission)));
      }),
    );
  });

  it('let nobody give a role above their own, and members none', () => {
    fc.assert(
      fc.property(role, (own) => {
        expect(assignableRoles(own).every((given) => !outranks(given, own))).toBe(true);
      }),
    );
    expect(ROLES.map(assignableRoles)).toEqual([['owner', 'admin', 'member'], ['admin', 'member'], []]);
  });

  it('rank roles in one strict order', () => {
    fc.assert(
      fc.property(role, role, role, (a, b, c) => {
        expect(outranks(a, a)).toBe(false);
        expect(outranks(a, b) && outranks(b, a)).toBe(false);
        if (outranks(a, b) && outranks(b, c)) expect(outranks(a, c)).toBe(true);
      }),
    );
  });
});
