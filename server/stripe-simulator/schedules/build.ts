import type { z } from 'zod';
import { boundary } from '../billing/periods.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import { patchMetadata } from '../kernel/params.js';
import { periodOf, recurringOf, usablePrice } from '../subscriptions/items.js';
import type { Subscription } from '../subscriptions/plan.js';
import type { phase as phaseParams } from './params.js';
import type { Phase, Schedule } from './phases.js';

type PhaseParams = z.output<typeof phaseParams>;

type PhaseItem = Phase['items'][number];

const phaseItem = (price: string, quantity: number, metadata: { [key: string]: string }): PhaseItem => ({
  billing_thresholds: null,
  discounts: [],
  metadata,
  plan: price,
  price,
  quantity,
  tax_rates: [],
});

function blankPhase(currency: string, start: number, end: number, items: PhaseItem[]): Phase {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency,
    default_payment_method: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    end_date: end,
    invoice_settings: null,
    items,
    metadata: {},
    on_behalf_of: null,
    proration_behavior: 'create_prorations',
    start_date: start,
    transfer_data: null,
    trial_end: null,
  };
}

/** What a subscription is now, until the end of its period. */
function currentPhase(subscription: Subscription): Phase {
  const { start, end } = periodOf(subscription);
  const items = subscription.items.data.map(({ price, quantity = 1, metadata }) =>
    phaseItem(price.id, quantity, metadata),
  );
  return blankPhase(subscription.currency, start, end, items);
}

/** A schedule of one phase: what the subscription is now. */
export function scheduleFrom({ ids, clock }: Kernel, subscription: Subscription): Schedule {
  const phase = currentPhase(subscription);
  return {
    id: ids.next('sub_sched'),
    object: 'subscription_schedule',
    application: null,
    billing_mode: subscription.billing_mode,
    canceled_at: null,
    completed_at: null,
    created: clock.timeOf(subscription),
    current_phase: { start_date: phase.start_date, end_date: phase.end_date },
    customer: subscription.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: 'charge_automatically',
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: 'release',
    livemode: false,
    metadata: {},
    pause_schedules: [],
    phases: [phase],
    released_at: null,
    released_subscription: null,
    status: 'active',
    subscription: subscription.id,
    test_clock: subscription.test_clock,
  };
}

function endOf(kernel: Kernel, params: PhaseParams, start: number, now: number, param: string): number {
  const { end_date: end, duration, items } = params;
  if (end !== undefined && duration)
    throw invalid('You may only specify one of `end_date` and `duration`.', `${param}[end_date]`);
  if (end !== undefined) return end === 'now' ? now : end;
  const price = usablePrice(kernel, items[0]?.price, `${param}[items][0][price]`);
  const recurring = duration
    ? { interval: duration.interval, interval_count: duration.interval_count ?? 1 }
    : recurringOf(price);
  return boundary(start, recurring, 1);
}

/**
 * The phases that a request describes, one after the other.
 *
 * @throws StripeFailure unless the first is the current phase, or begins the schedule, and each ends after it begins
 */
export function buildPhases(kernel: Kernel, schedule: Schedule, given: readonly PhaseParams[]): Phase[] {
  const now = kernel.clock.timeOf(schedule);
  const [first] = schedule.phases;
  const phases: Phase[] = [];
  for (const [index, params] of given.entries()) {
    const param = `phases[${index}]`;
    const before = phases.at(-1);
    const start =
      params.start_date === 'now' ? now : (params.start_date ?? before?.end_date ?? first?.start_date ?? now);
    if (before && start !== before.end_date) {
      throw invalid('A phase must begin when the one before it ends.', `${param}[start_date]`);
    }
    const end = endOf(kernel, params, start, now, param);
    if (end <= start) throw invalid('A phase must end after it begins.', `${param}[end_date]`);
    const items = params.items.map(({ price, quantity = 1, metadata }, position) => {
      usablePrice(kernel, price, `${param}[items][${position}][price]`);
      return phaseItem(price, quantity, patchMetadata({}, metadata));
    });
    phases.push({
      ...blankPhase(first?.currency ?? 'usd', start, end, items),
      description: params.description ?? null,
      metadata: patchMetadata({}, params.metadata),
      proration_behavior: params.proration_behavior ?? 'create_prorations',
    });
  }
  const current = schedule.current_phase;
  if (!phases.some(({ start_date: start }) => start === current?.start_date)) {
    throw invalid(
      'The phases must include the current one, with the `start_date` that it has.',
      'phases[0][start_date]',
    );
  }
  return phases;
}
