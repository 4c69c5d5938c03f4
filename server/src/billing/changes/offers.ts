import { GuildhallError, isGoingDown } from 'guildhall/contract';
import type { Bill, Terms } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import { periodFrom } from './calendar.js';
import type { ChangeDeps, LiveSubscription, Situation } from './situation.js';
import { creditAfter, emptyBill, exchangePlan, previewBill, withCredit } from './stripePreviews.js';
import { scheduleOf } from './schedule.js';
import { checkTerms, readTerms } from './terms.js';
import type { Wish } from './terms.js';

/**
 * What a change is: a first plan (`begin`, or `trial`), another one during a trial, one that costs more and is paid for
 * now (`up`), one that costs less and waits (`down`), or none any more (`end`).
 */
export type ChangeKind = 'begin' | 'trial' | 'during_trial' | 'up' | 'down' | 'end';

/** Where a change leads. Times in unix seconds. */
export interface ChangeOffer {
  readonly kind: ChangeKind;
  readonly to: Terms;
  readonly at: number;
  /** Null where nothing is charged on confirming. */
  readonly now: Bill | null;
  readonly next: Bill;
  readonly trialEnd: number | null;
}

const DAY = 24 * 3_600;

function kindOf({ row, live }: Situation, to: Terms): ChangeKind {
  if (!live) return to.plan.trialDays > 0 && !row.trialUsed ? 'trial' : 'begin';
  if (to.plan.kind === 'free') return 'end';
  if (live.subscription.status === 'trialing') return 'during_trial';
  return isGoingDown(live.terms, to) ? 'down' : 'up';
}

/** What takes a cancellation back, in a preview: the bill after a change is that of a plan which goes on. */
function goingOn({ cancel_at, cancel_at_period_end }: Stripe.Subscription) {
  if (cancel_at_period_end) return { cancel_at_period_end: false };
  return cancel_at === null ? {} : { cancel_at: '' as const };
}

/** What a change is made of, at Stripe. */
interface Drafted {
  readonly deps: ChangeDeps;
  readonly situation: Situation;
  readonly to: Terms;
  /** Unix seconds. */
  readonly at: number;
  readonly price: string;
}

/** Stripe prorates within the period that is paid alone: clocks may differ by a second or two. */
function within(live: LiveSubscription | null, at: number): number {
  if (!live) return at;
  const { current_period_start: start, current_period_end: end } = live.item;
  return Math.min(Math.max(at, start), end);
}

const orEmpty = (bill: Bill | null, date: number, { plan }: Terms) => bill ?? emptyBill(date, plan.currency);

/** A plan where there is none. */
async function beginning({ deps, situation, to, at, price }: Drafted, isTrial: boolean) {
  const { customerId: customer, row } = situation;
  const items = [{ price, quantity: to.quantity }];
  const params = { customer, subscription_details: { items } };
  const trialEnd = isTrial ? at + to.plan.trialDays * DAY : null;
  const first = periodFrom(trialEnd ?? at, to.interval);
  if (trialEnd !== null) {
    const next = await previewBill(deps, params, { date: trialEnd, period: first });
    return { now: null, next: orEmpty(next, trialEnd, to), trialEnd };
  }
  const now = orEmpty(await previewBill(deps, params, { date: at, period: first }), at, to);
  const period = periodFrom(first.end, to.interval, at);
  const reading = { date: first.end, period, credit: creditAfter(row.credit, now) };
  const next = await previewBill(deps, { ...params, preview_mode: 'recurring' }, reading);
  return { now, next: orEmpty(next, first.end, to), trialEnd };
}

function changed({ to, price, situation }: Drafted, { subscription, item }: LiveSubscription) {
  return {
    base: { customer: situation.customerId, subscription: subscription.id },
    items: [{ id: item.id, price, quantity: to.quantity }],
    goesOn: goingOn(subscription),
  };
}

/**
 * What a plan costs from one bill to the next, and nothing else. Where a change waits already, Stripe would tell of
 * that one: it is asked as for a plan that begins then.
 */
function recurring(draft: Drafted, live: LiveSubscription): Stripe.InvoiceCreatePreviewParams {
  const { base, items, goesOn } = changed(draft, live);
  const preview_mode = 'recurring';
  if (!scheduleOf(live.subscription))
    return { ...base, preview_mode, subscription_details: { items, ...goesOn, proration_behavior: 'none' } };
  const begun = [{ price: draft.price, quantity: draft.to.quantity }];
  return { customer: base.customer, preview_mode, subscription_details: { items: begun } };
}

/** A plan that costs more: paid for what is left of the period, or for a longer one that begins now. */
async function goingUp(draft: Drafted, live: LiveSubscription) {
  const { deps, situation, to, at } = draft;
  const { base, items } = changed(draft, live);
  const atOnce = { items, proration_behavior: 'always_invoice' as const, proration_date: at };
  const now = await previewBill(deps, { ...base, subscription_details: atOnce }, { date: at });
  const paid = orEmpty(now, at, to);
  const isLonger = live.terms.interval !== to.interval;
  const anchor = isLonger ? at : live.subscription.billing_cycle_anchor;
  const end = isLonger ? periodFrom(at, to.interval).end : live.item.current_period_end;
  const period = periodFrom(end, to.interval, anchor);
  const credit = creditAfter(situation.row.credit, paid);
  const next = await previewBill(deps, recurring(draft, live), { date: end, period, credit });
  return { now: paid, next: orEmpty(next, end, to) };
}

/** A plan that is paid first with the next bill, beside what waits for that bill already. */
async function later(draft: Drafted, live: LiveSubscription) {
  const { deps, to, situation } = draft;
  const { base, items, goesOn } = changed(draft, live);
  const end = live.item.current_period_end;
  const anchor = live.terms.interval === to.interval ? live.subscription.billing_cycle_anchor : end;
  const reading = { date: end, period: periodFrom(end, to.interval, anchor) };
  if (!scheduleOf(live.subscription)) {
    const details = { items, ...goesOn, proration_behavior: 'none' as const };
    const next = await previewBill(deps, { ...base, subscription_details: details }, reading);
    return { now: null, next: orEmpty(next, end, to) };
  }
  const [plan, asItStands, itsPlan] = await Promise.all([
    previewBill(deps, recurring(draft, live), { ...reading, credit: 0 }),
    previewBill(deps, base, { ...reading, credit: 0 }),
    previewBill(deps, { ...base, preview_mode: 'recurring' }, { ...reading, credit: 0 }),
  ]);
  const none = emptyBill(end, to.plan.currency);
  const next = exchangePlan(plan ?? none, asItStands ?? none, itsPlan ?? none);
  return { now: null, next: withCredit(next, situation.row.credit) };
}

/** No plan any more. What was used and not paid for yet is the last bill. */
async function ending({ deps, situation, to }: Drafted, { subscription, item }: LiveSubscription) {
  const params = {
    customer: situation.customerId,
    subscription: subscription.id,
    subscription_details: { cancel_at_period_end: true },
  };
  const end = item.current_period_end;
  return { now: null, next: orEmpty(await previewBill(deps, params, { date: end }), end, to) };
}

async function billsOf(draft: Drafted, kind: ChangeKind): Promise<Pick<ChangeOffer, 'now' | 'next' | 'trialEnd'>> {
  const { live } = draft.situation;
  if (!live || kind === 'begin' || kind === 'trial') return beginning(draft, kind === 'trial');
  const trialEnd = kind === 'during_trial' ? live.subscription.trial_end : null;
  if (kind === 'up') return { ...(await goingUp(draft, live)), trialEnd };
  return { ...(await (kind === 'end' ? ending(draft, live) : later(draft, live))), trialEnd };
}

/**
 * Where a wish leads, by what Stripe would charge.
 *
 * @param at unix seconds up to which time counts as used
 * @throws GuildhallError `validation`, `conflict`, `limit_exceeded`; `payment_required` with `past_due`, while a
 *   change that takes effect now would come before what is owed
 */
export async function makeOffer(deps: ChangeDeps, situation: Situation, wish: Wish, at: number): Promise<ChangeOffer> {
  const { row, people, live } = situation;
  const to = readTerms(deps.billing.catalogue, wish, people, live?.terms ?? null);
  checkTerms(row, live?.terms ?? null, to, people);
  const kind = kindOf(situation, to);
  const isLater = kind === 'down' || kind === 'end';
  if (!isLater && row.pastDueSince !== null) {
    throw new GuildhallError('payment_required', {
      message: 'A payment is owed. Pay it first, then change the plan.',
      details: { reason: 'past_due' },
    });
  }
  const price = kind === 'end' ? '' : (await deps.billing.prices()).priceOf(to.plan.id, to.interval);
  const draft = { deps, situation, to, at: within(live, at), price };
  const bills = await billsOf(draft, kind);
  return { kind, to, at: isLater && live ? live.item.current_period_end : draft.at, ...bills };
}
