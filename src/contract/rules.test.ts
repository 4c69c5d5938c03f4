import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGuildhallError } from './errors.js';
import { ROLES, outranks } from './permissions.js';
import {
  isExpired,
  isVoidedByDemotion,
  placesLeft,
  refuse,
  refuseBillingContactChange,
  refuseDeletion,
  refuseGrant,
  refuseLeaving,
  refuseRemoval,
  refuseRoleChange,
  refuseTransfer,
} from './rules.js';
import type { MemberStanding } from './rules.js';

const role = fc.constantFrom(...ROLES);
const somebody = fc.record({ userId: fc.constantFrom('a', 'b', 'c'), role, billingContact: fc.boolean() });
const ownerCount = fc.integer({ min: 1, max: 4 });

const owner: MemberStanding = { userId: 'o', role: 'owner', billingContact: false };
const admin: MemberStanding = { userId: 'a', role: 'admin', billingContact: false };
const member: MemberStanding = { userId: 'm', role: 'member', billingContact: false };
const contact: MemberStanding = { userId: 'b', role: 'member', billingContact: true };

describe('rules', () => {
  it('leave an owner, whatever is allowed', () => {
    fc.assert(
      fc.property(somebody, somebody, role, ownerCount, (actor, target, next, owners) => {
        const allowed = [
          target.role === 'owner' && next !== 'owner' && refuseRoleChange(actor, target, next, owners) === null,
          target.role === 'owner' && refuseRemoval(actor, target, owners) === null,
          actor.role === 'owner' && refuseLeaving(actor, owners) === null,
        ];
        expect(allowed.includes(true) && owners === 1).toBe(false);
      }),
    );
  });

  it('let nobody touch, make or invite somebody above themselves', () => {
    fc.assert(
      fc.property(somebody, somebody, role, ownerCount, (actor, target, next, owners) => {
        if (outranks(target.role, actor.role)) {
          expect(refuseRoleChange(actor, target, next, owners)).not.toBeNull();
          expect(refuseRemoval(actor, target, owners)).not.toBeNull();
        }
        if (outranks(next, actor.role)) {
          expect(refuseRoleChange(actor, target, next, owners)).not.toBeNull();
          expect(refuseGrant(actor, next)).not.toBeNull();
        }
      }),
    );
  });

  it('let plain members do nothing to others', () => {
    fc.assert(
      fc.property(fc.constantFrom(member, contact), somebody, role, ownerCount, (actor, target, next, owners) => {
        const lacking = { code: 'forbidden', reason: 'missing_permission' };
        expect(refuseRoleChange(actor, target, next, owners)).toMatchObject(lacking);
        expect(refuseRemoval(actor, target, owners)).toMatchObject(lacking);
        expect(refuseGrant(actor, next)).toMatchObject(lacking);
        expect(refuseBillingContactChange(actor)).toMatchObject(lacking);
        expect(refuseTransfer(actor, target)).toMatchObject(lacking);
        expect(refuseDeletion(actor, { isHome: false })).toMatchObject(lacking);
      }),
    );
  });

  it('say why', () => {
    expect(refuseRoleChange(owner, owner, 'admin', 1)).toEqual({ code: 'conflict', reason: 'last_owner' });
    expect(refuseRoleChange(owner, owner, 'owner', 1)).toBeNull();
    expect(refuseRoleChange(admin, admin, 'member', 1)).toBeNull();
    expect(refuseRemoval(admin, admin, 1)).toEqual({ code: 'conflict', reason: 'self_removal' });
    expect(refuseRemoval(admin, contact, 1)).toEqual({ code: 'forbidden', reason: 'owners_only' });
    expect(refuseRemoval(owner, contact, 1)).toBeNull();
    expect(refuseRemoval(admin, member, 1)).toBeNull();
    expect(refuseBillingContactChange(admin)).toEqual({ code: 'forbidden', reason: 'owners_only' });
    expect(refuseTransfer(owner, owner)).toEqual({ code: 'conflict', reason: 'self_removal' });
    expect(refuseDeletion(owner, { isHome: true })).toEqual({ code: 'conflict', reason: 'home_workspace' });
    expect(refuseLeaving(member, 1)).toBeNull();
  });

  it('throw a refusal as an error with its details, and let all else pass', () => {
    expect(() => refuse(null)).not.toThrow();
    try {
      refuse({ code: 'forbidden', reason: 'missing_permission', permission: 'members:manage' });
      expect.unreachable();
    } catch (error) {
      if (!isGuildhallError(error, 'forbidden')) throw error;
      expect(error.details).toEqual({ reason: 'missing_permission', permission: 'members:manage' });
    }
  });

  it('void what nobody of the new role could give, and nothing else', () => {
    fc.assert(
      fc.property(role, role, (invited, now) => {
        expect(isVoidedByDemotion({ role: invited }, now)).toBe(outranks(invited, now));
      }),
    );
  });

  it('count places down to none, never below', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(100)), fc.nat(200), (limit, used) => {
        const left = placesLeft(limit, used);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBe(limit === null ? Infinity : Math.max(0, limit - used));
      }),
    );
  });

  it('let an invitation expire at its very moment', () => {
    const expiresAt = '2026-03-02T09:00:00.000Z';
    expect(isExpired({ expiresAt }, Date.parse(expiresAt) - 1)).toBe(false);
    expect(isExpired({ expiresAt }, Date.parse(expiresAt))).toBe(true);
  });
});
