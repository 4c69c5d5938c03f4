import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { memberOf } from '../worlds.js';
import { TEAM, accountOf, accountOnce, acme, addCard, change, subscribed } from './acts.js';
import { billed } from './worlds.js';

const other = { workspaceId: 'other' };

function describeTelling(subject: Subject): void {
  scene(subject, 'reaches billing contacts, and no admin', billed, async (stage) => {
    await addCard(stage, 'good');
    const bill = await stage.listen('bill', 'acme');
    const adam = await stage.listen('adam', 'acme');
    await change(stage, TEAM);
    await bill.event({ topic: 'billing', type: 'changed' });
    await adam.event({ topic: 'workspace', type: 'updated' });
    const { seq } = await accountOf(stage, 'bill');
    await stage.call('olivia', 'workspaces.update', { ...acme, name: 'Acme 2' });
    await adam.until('what came after', (events) =>
      events.find((event) => event.topic === 'workspace' && event.seq > seq),
    );
    expect(adam.ofWorkspace('acme').filter(({ topic }) => topic === 'billing')).toEqual([]);
    expect((await stage.call('adam', 'workspaces.get', acme)).plan?.id).toBe('team');
  });

  scene(subject, 'reaches them from the moment on at which they are one', billed, async (stage) => {
    const mia = await stage.listen('mia', 'acme');
    await stage.call('olivia', 'billing.updateDetails', { ...acme, name: 'Acme Ltd' });
    const contact = { ...acme, memberId: memberOf('mia'), billingContact: true };
    await stage.call('olivia', 'members.update', contact);
    const { seq } = await stage.call('mia', 'workspaces.get', acme);
    await stage.call('olivia', 'billing.updateDetails', { ...acme, name: 'Acme Inc' });
    await mia.event({ topic: 'billing', type: 'changed' });
    const heard = mia.ofWorkspace('acme').filter(({ topic }) => topic === 'billing');
    expect(heard.every((event) => event.seq > seq)).toBe(true);
  });
}

function describeWalls(subject: Subject): void {
  scene(subject, "never reaches another workspace's cards", billed, async (stage) => {
    const theirs = await addCard(stage, 'good', 'petra', 'other');
    await addCard(stage, 'good');
    for (const name of ['billing.setDefaultPaymentMethod', 'billing.removePaymentMethod'] as const) {
      await stage.refused('olivia', name, { ...acme, paymentMethodId: theirs }, { code: 'not_found' });
      await stage.refused('petra', name, { ...acme, paymentMethodId: theirs }, { code: 'not_found' });
      await stage.refused('olivia', name, { ...other, paymentMethodId: theirs }, { code: 'not_found' });
    }
    expect((await accountOf(stage, 'petra', 'other')).paymentMethods).toMatchObject([{ id: theirs, isDefault: true }]);
  });

  scene(subject, 'is for each workspace by itself, homes among them', billed, async (stage) => {
    await subscribed(stage);
    const home = { workspaceId: 'home-olivia' };
    expect(await accountOf(stage, 'olivia', 'home-olivia')).toMatchObject({ status: 'none', paymentMethods: [] });
    expect((await stage.call('olivia', 'billing.invoices', home)).items).toEqual([]);
    expect((await stage.call('petra', 'billing.invoices', other)).items).toEqual([]);
    expect((await stage.call('olivia', 'billing.preview', { ...home, ...TEAM })).seats).toBe(2);
  });
}

function describeRemembering(subject: Subject): void {
  scene(subject, 'is written down without a price', billed, async (stage) => {
    await subscribed(stage);
    await change(stage, { planId: 'business', interval: 'month', seats: 10 }, 'bill');
    await change(stage, { planId: 'business', interval: 'month', seats: 12 });
    await stage.call('bill', 'billing.cancel', acme);
    await stage.call('olivia', 'billing.resume', acme);
    await accountOnce(stage, ({ cancellation }) => cancellation === null);
    const { items } = await stage.call('adam', 'activity.list', acme);
    const told = items.filter(({ action }) => action.startsWith('billing.'));
    expect(told).toMatchObject([
      { action: 'billing.plan_resumed', actor: { userId: 'olivia' }, plan: 'Business' },
      { action: 'billing.plan_cancelled', actor: { userId: 'bill' }, plan: 'Business' },
      { action: 'billing.seats_changed', actor: { userId: 'olivia' }, from: 10, to: 12 },
      { action: 'billing.plan_changed', actor: { userId: 'bill' }, from: 'Team', to: 'Business' },
      { action: 'billing.plan_changed', actor: { userId: 'olivia' }, from: 'Free', to: 'Team' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/amount|currency/u);
  });
}

/** Whom billing reaches. */
export function describeReach(subject: Subject): void {
  describe('billing', () => {
    if (!subject.without.includes('subscribe')) describeTelling(subject);
    describeWalls(subject);
    describeRemembering(subject);
  });
}
