import { describe, expect, it } from 'vitest';
import type { Member, Role, Workspace } from '../../contract/index.js';
import { planRemoval, planRoleChange } from './bulkPlan.js';

const member = (id: string, role: Role) => ({ id, userId: `u-${id}`, name: id, role, billingContact: false }) as Member;
const workspace = (role: Role, ownerCount: number) =>
  ({ ownerCount, viewer: { memberId: 'me', userId: 'u-me', role, billingContact: false } }) as Workspace;
const ids = (members: readonly Member[]) => members.map(({ id }) => id);

describe('what removing several members comes to', () => {
  it('leaves out the last owner, oneself, and who is above one’s role', () => {
    const me = { ...member('me', 'admin'), userId: 'u-me' };
    const plan = planRemoval(workspace('admin', 1), [member('a', 'owner'), me, member('b', 'member')]);
    expect(ids(plan.concerned)).toEqual(['b']);
    expect(plan.leftOut.map(({ refusal, members }) => [refusal.reason, ids(members)])).toEqual([
      ['above_own_role', ['a']],
      ['self_removal', ['me']],
    ]);
    const owners = [member('a', 'owner'), member('b', 'owner')];
    expect(planRemoval(workspace('owner', 2), owners)).toMatchObject({
      concerned: [{ id: 'a' }],
      leftOut: [{ refusal: { reason: 'last_owner' }, members: [{ id: 'b' }] }],
    });
  });
});

describe('what giving several members a role comes to', () => {
  it('keeps one owner where all of them are selected', () => {
    const { concerned, leftOut } = planRoleChange(
      workspace('owner', 2),
      [member('a', 'owner'), member('b', 'owner'), member('c', 'admin')],
      'member',
    );
    expect(ids(concerned)).toEqual(['a', 'c']);
    expect(leftOut).toMatchObject([{ refusal: { reason: 'last_owner' }, members: [{ id: 'b' }] }]);
  });

  it('puts those who are left out for the same reason together, and those apart who have the role', () => {
    const plan = planRoleChange(
      workspace('admin', 1),
      [member('a', 'owner'), member('b', 'owner'), member('c', 'admin'), member('d', 'member')],
      'admin',
    );
    expect(ids(plan.concerned)).toEqual(['d']);
    expect(ids(plan.unchanged)).toEqual(['c']);
    expect(plan.leftOut.map(({ members }) => ids(members))).toEqual([['a', 'b']]);
  });
});
