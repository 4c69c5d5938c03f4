import { GuildhallError, checkPlaces, isSameTerms, recurringAmount, refuse } from '../../../contract/index.js';
import type { Payment, ParsedInputOf } from '../../../contract/index.js';
import type { Handler } from '../session.js';
import type { Store } from '../store.js';
import { currencyOf, defaultMethodOf, termsOf } from './account.js';
import type { Offer, Shop } from './account.js';
import { applyOffer, scheduleEnd } from './applying.js';
import { moneyOf } from './bills.js';
import { askBank, collect, giveUpWaiting, issueInvoice, paymentRequired } from './charging.js';
import { makeOffer } from './offers.js';
import { standingOf } from './quotes.js';
import { enterBilling, toBilling } from './reading.js';
import type { BillingScope } from './reading.js';
import { peopleOf } from './standing.js';
import { watchBilling } from './telling.js';

/** How long a bank's question can be answered. */
export const WAITING_MS = 23 * 3_600_000;

type Change = Omit<ParsedInputOf<'billing.preview'>, 'workspaceId'>;

function soldPlan({ plans }: Shop, planId: string) {
  const plan = plans.find(({ id }) => id === planId);
  if (plan) return plan;
  const fields = [{ path: 'planId', message: 'is not a plan that is sold' }];
  throw new GuildhallError('validation', { message: `There is no plan ${planId}.`, details: { fields } });
}

function offerOf(store: Store, { account, workspace }: BillingScope, change: Change, at: number): Offer {
  const { subscription } = account;
  const people = peopleOf(workspace, store.now());
  const to = termsOf(account, soldPlan(account.shop, change.planId), change.interval, people, change.seats);
  recurringAmount(to);
  const { terms, scheduled, cancellation, debt } = subscription ?? {};
  const isFree = to.plan.kind === 'free';
  const isThere = isFree
    ? !terms || Boolean(cancellation)
    : [terms, scheduled].some((one) => one && isSameTerms(one, to));
  if (isThere) refuse({ code: 'conflict', reason: 'no_change' });
  checkPlaces(to, people);
  const offer = makeOffer(account, to, at);
  if (debt && offer.takesEffect === 'now') throw paymentRequired('past_due');
  return offer;
}

const quotedOf = (store: Store, { account, workspace }: BillingScope, { planId, interval, seats }: Change) => ({
  workspaceId: workspace.id,
  request: JSON.stringify([planId, interval, seats]),
  standing: standingOf(account, workspace.members.size),
  at: store.now(),
});

export const previewChange: Handler<'billing.preview'> = (session, { workspaceId, ...change }) => {
  const { store } = session;
  const scope = enterBilling(session, 'billing.preview', workspaceId);
  const { account } = scope;
  const { to, takesEffect, at, now, next, begins, isTrial } = offerOf(store, scope, change, store.now());
  return {
    quote: store.quotes.give(store.nextId('quote'), quotedOf(store, scope, change)),
    takesEffect,
    at: new Date(at).toISOString(),
    now,
    next,
    recurring: moneyOf(recurringAmount(to), currencyOf(account)),
    interval: to.interval,
    seats: to.plan.kind === 'per_seat' ? to.quantity : null,
    trialEndsAt: isTrial && begins ? new Date(begins.span.end).toISOString() : null,
    needsPaymentMethod: (now?.due.amount ?? 0) > 0 && !defaultMethodOf(account),
  };
};

/** Takes what an offer costs now, and makes it true, unless the bank has a question first. */
function payFor(store: Store, { account, workspace, user }: BillingScope, offer: Offer): Payment {
  const due = offer.now?.due ?? moneyOf(0, currencyOf(account));
  const outcome = due.amount === 0 ? null : askBank(account, true);
  if (outcome?.status === 'failed') throw paymentRequired(outcome.reason);
  giveUpWaiting(account);
  const invoice = offer.now && issueInvoice(store, workspace, account, offer.now);
  if (outcome?.status === 'requires_action' && invoice) {
    const clientSecret = `${store.nextId('pi')}_secret`;
    const change = { offer, by: user };
    const expiresAt = store.now() + WAITING_MS;
    account.waiting = { clientSecret, amount: due.amount, methodId: outcome.method.id, invoice, change, expiresAt };
    return { status: 'requires_action', amount: due, clientSecret };
  }
  if (outcome && invoice) collect(store, account, invoice, outcome.method.id);
  applyOffer(store, workspace, account, offer, user);
  return outcome ? { status: 'succeeded', amount: due } : { status: 'none' };
}

export const subscribeTo: Handler<'billing.subscribe'> = (session, { workspaceId, quote, ...change }) => {
  const { store } = session;
  const scope = enterBilling(session, 'billing.subscribe', workspaceId);
  const { workspace, account } = scope;
  soldPlan(account.shop, change.planId);
  const at = store.quotes.check(quote, quotedOf(store, scope, change));
  const offer = offerOf(store, scope, change, at);
  const tell = watchBilling(store, workspace);
  const payment = payFor(store, scope, offer);
  tell();
  return { billing: toBilling(store, workspace, account), payment };
};

const noSubscription = () => refuse({ code: 'conflict', reason: 'no_subscription' });

export const cancelPlan: Handler<'billing.cancel'> = (session, { workspaceId }) => {
  const { store } = session;
  const { workspace, account, user } = enterBilling(session, 'billing.cancel', workspaceId);
  const { subscription, waiting } = account;
  if (!subscription && !waiting) noSubscription();
  if (!subscription?.cancellation) {
    const tell = watchBilling(store, workspace);
    if (waiting?.change) giveUpWaiting(account);
    scheduleEnd(store, workspace, account, user);
    tell();
  }
  return toBilling(store, workspace, account);
};

export const resumePlan: Handler<'billing.resume'> = (session, { workspaceId }) => {
  const { store } = session;
  const { workspace, account, user } = enterBilling(session, 'billing.resume', workspaceId);
  const { subscription } = account;
  if (!subscription) noSubscription();
  if (subscription?.cancellation || subscription?.scheduled) {
    const tell = watchBilling(store, workspace);
    const plan = subscription.terms.plan.name;
    if (subscription.cancellation) store.record(workspace, user, 'billing.plan_resumed', { plan });
    Object.assign(subscription, { cancellation: null, scheduled: null });
    tell();
  }
  return toBilling(store, workspace, account);
};
