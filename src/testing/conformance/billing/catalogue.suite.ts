import { describe, expect } from 'vitest';
import { operationNames, routes } from '../../../contract/index.js';
import { sampleOf } from '../samples.js';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { company } from '../worlds.js';
import { accountOf, acme } from './acts.js';
import { PLANS, billed } from './worlds.js';

const OFF = { code: 'unavailable', reason: 'billing_not_configured' } as const;
/** Their samples need somebody who pays, which nobody can where billing is off. */
const ofWorkspace = operationNames.filter((name) => routes[name].access === 'billing:manage');
const plain = { ...acme, planId: 'team', interval: 'month', quote: 'none', paymentMethodId: 'pm' };

/** What is sold, and what there is before anybody bought it. */
export function describeCatalogue(subject: Subject): void {
  describe('what is sold', () => {
    scene(subject, 'is told to whoever is signed in, as the host orders it', billed, async (stage) => {
      for (const who of ['olivia', 'mia', 'oscar']) {
        const { mode, publishableKey, plans } = await stage.call(who, 'billing.catalogue', {});
        expect(['test', 'live']).toContain(mode);
        expect(publishableKey).toMatch(/\S/u);
        expect(plans).toEqual(PLANS);
      }
    });

    scene(subject, 'leaves a workspace on the free plan until it pays', billed, async (stage) => {
      expect(await accountOf(stage)).toMatchObject({
        status: 'none',
        plan: PLANS[0],
        interval: null,
        seats: { members: 8, invited: 2, paid: null, limit: null },
        period: null,
        nextBill: null,
        credit: null,
        pastDue: null,
        paymentMethods: [],
        details: { name: null, email: null, address: null, taxIds: [] },
        trialAvailable: true,
      });
      expect(await stage.call('mia', 'workspaces.get', acme)).toMatchObject({
        plan: { id: 'free', name: 'Free', seats: null },
        memberLimit: null,
        invitationsPaused: false,
      });
      const { id } = await stage.call('oscar', 'workspaces.create', { name: 'New' });
      expect((await accountOf(stage, 'oscar', id)).plan?.id).toBe('free');
    });
  });

  describe('billing that is off', () => {
    scene(subject, 'sells nothing, and says so', company, async (stage) => {
      const nothing = { mode: 'off', publishableKey: null, plans: [] };
      expect(await stage.call('mia', 'billing.catalogue', {})).toEqual(nothing);
      expect(await stage.call('mia', 'workspaces.get', acme)).toMatchObject({ plan: null, invitationsPaused: false });
      await stage.refused(null, 'billing.catalogue', {}, { code: 'unauthenticated' });
    });

    scene(subject, 'says so to those who may, and nothing to others', company, async (stage) => {
      for (const name of ofWorkspace.filter((one) => !subject.without.includes(one))) {
        const fields = Object.keys(routes[name].input.shape);
        const input = Object.fromEntries(Object.entries(plain).filter(([field]) => fields.includes(field)));
        await stage.refused('olivia', name, input, OFF);
        await stage.refused('bill', name, input, OFF);
        await stage.refused('adam', name, input, { code: 'forbidden', permission: 'billing:manage' });
        await stage.refused('petra', name, input, { code: 'not_found' });
      }
    });

    scene(subject, 'is in the way of nothing else', company, async (stage) => {
      const input = await sampleOf(stage, 'invitations.create');
      expect((await stage.call('olivia', 'invitations.create', input)).outcomes).toMatchObject([{ status: 'invited' }]);
    });
  });
}
