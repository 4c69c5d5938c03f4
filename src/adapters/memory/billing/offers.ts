import { isGoingDown } from '../../../contract/index.js';
import { currencyOf } from './account.js';
import type { Account, DraftLine, Offer, Subscription, Terms } from './account.js';
import { changeLines, creditAfter, makeBill, planLines, unusedLine } from './bills.js';
import { periodEnd, wholeSecond } from './calendar.js';
import type { Span } from './calendar.js';

const DAY = 24 * 3_600_000;

/** The period after one, with what it costs. */
function following({ anchor, span }: Pick<Subscription, 'anchor' | 'span'>, terms: Terms): DraftLine[] {
  return planLines(terms, { start: span.end, end: periodEnd(anchor, terms.interval, span.end) });
}

/** The first bill after now, as things stand: null where nothing comes. */
export function nextBillOf(account: Account) {
  const { subscription, pending, credit } = account;
  if (!subscription) return null;
  const { scheduled, terms, span, anchor, cancellation } = subscription;
  if (cancellation && pending.length === 0) return null;
  const after = scheduled ?? terms;
  const base = after.interval === terms.interval ? anchor : span.end;
  const lines = cancellation ? [] : following({ anchor: base, span }, after);
  return makeBill(currencyOf(account), span.end, [...lines, ...pending], credit);
}

/** A plan where there was none. */
function beginning(account: Account, to: Terms, at: number): Offer {
  const isTrial = to.plan.trialDays > 0 && !account.hasHadTrial;
  const end = isTrial ? at + to.plan.trialDays * DAY : periodEnd(at, to.interval, at);
  const span: Span = { start: at, end };
  const anchor = isTrial ? end : at;
  const bill = isTrial
    ? null
    : makeBill(currencyOf(account), at, [...planLines(to, span), ...account.pending], account.credit);
  const credit = bill ? creditAfter(account.credit, bill) : account.credit;
  const left = bill ? [] : account.pending;
  const next = makeBill(currencyOf(account), end, [...following({ anchor, span }, to), ...left], credit);
  return {
    to,
    takesEffect: 'now',
    at,
    now: bill,
    settles: bill ? account.pending : [],
    next,
    begins: { span, anchor },
    isTrial,
  };
}

/** A plan that costs less, or none: once what is paid is used up. */
function goingDown(account: Account, subscription: Subscription, to: Terms): Offer {
  const { span, anchor, terms } = subscription;
  const base = to.interval === terms.interval ? anchor : span.end;
  const lines = [...following({ anchor: base, span }, to), ...account.pending];
  const next = makeBill(currencyOf(account), span.end, lines, account.credit);
  return { to, takesEffect: 'period_end', at: span.end, now: null, settles: [], next, begins: null, isTrial: false };
}

/** While nothing is paid yet, anything can be changed for nothing, and the trial goes on. */
function inTrial(account: Account, { span, anchor }: Subscription, to: Terms, at: number): Offer {
  const lines = [...following({ anchor, span }, to), ...account.pending];
  const next = makeBill(currencyOf(account), span.end, lines, account.credit);
  return { to, takesEffect: 'now', at, now: null, settles: [], next, begins: { span, anchor }, isTrial: true };
}

/** A plan that costs more: for the rest of what is paid, or with a longer period that begins now. */
function goingUp(account: Account, { terms: from, ...subscription }: Subscription, to: Terms, at: number): Offer {
  const isLonger = from.interval !== to.interval;
  const span = isLonger ? { start: at, end: periodEnd(at, to.interval, at) } : subscription.span;
  const anchor = isLonger ? at : subscription.anchor;
  const lines = isLonger
    ? [...planLines(to, span), unusedLine(from, subscription.span, at)]
    : changeLines(from, to, span, at);
  const bill = makeBill(currencyOf(account), at, [...lines, ...account.pending], account.credit);
  const credit = creditAfter(account.credit, bill);
  const next = makeBill(currencyOf(account), span.end, following({ anchor, span }, to), credit);
  return {
    to,
    takesEffect: 'now',
    at,
    now: bill,
    settles: account.pending,
    next,
    begins: { span, anchor },
    isTrial: false,
  };
}

/** Where a change leads, to the second. Terms of a free plan are the end of the one that is paid. */
export function makeOffer(account: Account, to: Terms, now: number): Offer {
  const { subscription } = account;
  const at = wholeSecond(now);
  if (!subscription) return beginning(account, to, at);
  if (to.plan.kind === 'free') return goingDown(account, subscription, to);
  if (subscription.isTrialing) return inTrial(account, subscription, to, at);
  return isGoingDown(subscription.terms, to)
    ? goingDown(account, subscription, to)
    : goingUp(account, subscription, to, at);
}
