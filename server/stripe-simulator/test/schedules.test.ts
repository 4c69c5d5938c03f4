import { expect, it } from 'vitest';
import { refusal, START } from './client.js';
import { DAY, itemOf, latestInvoice, startWorld } from './world.js';
import type { World } from './world.js';

/** A subscription of five seats that goes down to two, or to another price, when its period ends. */
async function goingDown({ stripe, subscribe, monthly }: World, next: { price: string; quantity: number }) {
  const subscription = await subscribe({ items: [{ price: monthly, quantity: 5 }] });
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const [phase] = schedule.phases;
  const updated = await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: 'release',
    phases: [
      {
        items: [{ price: monthly, quantity: 5 }],
        start_date: phase?.start_date ?? 0,
        end_date: phase?.end_date ?? 0,
      },
      { items: [next], duration: { interval: 'month', interval_count: 1 } },
    ],
  });
  return { subscription, schedule: updated, end: itemOf(subscription).current_period_end };
}

it('going down waits for the end of the period, and is what the preview says', async () => {
  const world = await startWorld();
  const { stripe, simulator, monthly, heard } = world;
  const { subscription, schedule, end } = await goingDown(world, { price: monthly, quantity: 2 });
  expect((await stripe.subscriptions.retrieve(subscription.id)).schedule).toBe(schedule.id);
  const preview = await stripe.invoices.createPreview({ subscription: subscription.id });
  expect(preview.total).toBe(1800);
  simulator.clock.advanceTo(end - 1);
  expect(itemOf(await stripe.subscriptions.retrieve(subscription.id)).quantity).toBe(5);
  simulator.clock.advanceTo(end + 3600);
  expect(itemOf(await stripe.subscriptions.retrieve(subscription.id)).quantity).toBe(2);
  expect(await latestInvoice(stripe, subscription.id)).toMatchObject({ status: 'paid', total: preview.total });
  simulator.clock.advanceBy(31 * DAY);
  expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
    status: 'released',
    released_subscription: subscription.id,
  });
  expect((await stripe.subscriptions.retrieve(subscription.id)).schedule).toBeNull();
  expect(heard).toEqual(
    expect.arrayContaining([
      'subscription_schedule.created',
      'subscription_schedule.updated',
      'subscription_schedule.released',
    ]),
  );
});

it('from yearly to monthly waits too, and the new interval counts from there', async () => {
  const world = await startWorld();
  const { stripe, simulator, monthly, yearly } = world;
  const { subscription, end } = await goingDown(world, { price: yearly, quantity: 5 });
  simulator.clock.advanceTo(end + 3600);
  const after = await stripe.subscriptions.retrieve(subscription.id);
  expect(itemOf(after)).toMatchObject({ price: { id: yearly }, current_period_start: end });
  expect(itemOf(after).current_period_end).toBe(Date.UTC(2028, 1, 15, 8) / 1000);
  expect((await latestInvoice(stripe, subscription.id)).total).toBe(45_000);
  expect(monthly).not.toBe(yearly);
});

it('is taken back by releasing the schedule', async () => {
  const world = await startWorld();
  const { stripe, simulator, monthly } = world;
  const { subscription, schedule, end } = await goingDown(world, { price: monthly, quantity: 2 });
  expect((await stripe.subscriptionSchedules.release(schedule.id)).status).toBe('released');
  simulator.clock.advanceTo(end + 3600);
  expect(itemOf(await stripe.subscriptions.retrieve(subscription.id)).quantity).toBe(5);
  expect((await refusal(stripe.subscriptionSchedules.release(schedule.id))).message).toContain('released');
});

it('keeps the subscription from being ended in another way', async () => {
  const world = await startWorld();
  const { subscription, schedule } = await goingDown(world, { price: world.monthly, quantity: 2 });
  const error = await refusal(world.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }));
  expect(error.message).toContain(`managed by the subscription schedule \`${schedule.id}\``);
  await world.stripe.subscriptions.cancel(subscription.id);
  expect((await world.stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe('canceled');
});

it('ends the subscription with end_behavior cancel', async () => {
  const { stripe, simulator, subscribe } = await startWorld();
  const subscription = await subscribe();
  const { id } = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  await stripe.subscriptionSchedules.update(id, { end_behavior: 'cancel' });
  simulator.clock.advanceTo(itemOf(subscription).current_period_end);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled');
  expect((await stripe.subscriptionSchedules.retrieve(id)).status).toBe('completed');
});

it('refuses phases without the current one, or with a gap', async () => {
  const { stripe, subscribe, monthly } = await startWorld();
  const subscription = await subscribe();
  const { id, phases } = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  const items = [{ price: monthly }];
  const start = phases[0]?.start_date ?? 0;
  const missing = stripe.subscriptionSchedules.update(id, { phases: [{ items, start_date: start + 5 }] });
  expect((await refusal(missing)).message).toContain('must include the current one');
  const gap = stripe.subscriptionSchedules.update(id, {
    phases: [
      { items, start_date: start, end_date: start + DAY },
      { items, start_date: start + 2 * DAY },
    ],
  });
  expect((await refusal(gap)).param).toBe('phases[1][start_date]');
});

it('a test clock moves its own customers alone', async () => {
  const { stripe, simulator, monthly } = await startWorld();
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START + 1000 });
  const { id: customer } = await stripe.customers.create({
    test_clock: clock.id,
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const heard: [string, number][] = [];
  simulator.onEvent(({ type, created }) => heard.push([type, created]));
  const subscription = await stripe.subscriptions.create({ customer, items: [{ price: monthly }] });
  expect(subscription).toMatchObject({ created: START + 1000, test_clock: clock.id });
  const end = itemOf(subscription).current_period_end;
  const later = end + 31 * DAY;
  expect((await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: later })).status).toBe('advancing');
  expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({ status: 'ready', frozen_time: later });
  expect(simulator.clock.now()).toBe(START);
  expect((await stripe.invoices.list({ customer })).data.map(({ total, status }) => [total, status])).toEqual([
    [900, 'paid'],
    [900, 'paid'],
    [900, 'paid'],
  ]);
  expect(heard.filter(([type, created]) => type === 'customer.subscription.updated' && created >= end)).toHaveLength(2);
  const tooFar = stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: later + 90 * DAY });
  expect((await refusal(tooFar)).message).toContain('two intervals');
  await stripe.testHelpers.testClocks.del(clock.id);
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
});
