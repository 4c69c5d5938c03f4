import { createHash } from 'node:crypto';
import { isGuildhallError } from 'guildhall/contract';
import type { Payment, Person } from 'guildhall/contract';
import type { Service } from '../../context.js';
import type { OperationHandler } from '../../operations.js';
import { readBilling } from '../account/read.js';
import { statement } from '../../db/database.js';
import type { AccountRow } from '../accounts.js';
import type { HeldAccount } from '../context.js';
import { applyChange } from './apply.js';
import { makeOffer } from './offers.js';
import type { ChangeOffer } from './offers.js';
import { paymentRequired } from './payments.js';
import { lacksMethod } from './preview.js';
import { createQuotes, quoteChanged } from './quotes.js';
import type { Offer, Quotes } from './quotes.js';
import { enterChange, readSituation, standingOf } from './situation.js';
import type { ChangeDeps } from './situation.js';

/** @throws GuildhallError `conflict` with `quote_changed`, where what was shown is not what would be charged */
function checkOffer({ planId, interval, quantity, due }: Offer, { to, now }: ChangeOffer): void {
  if (to.plan.id !== planId || to.interval !== interval || to.quantity !== quantity)
    throw quoteChanged('it was made for something else, or for another number of people');
  if ((now?.due.amount ?? null) !== due) throw quoteChanged('it costs something else by now');
}

/**
 * Names an attempt at Stripe: the same for whatever is sent again before its outcome was known, as after a crash, so
 * that it is done once; another one after that, since Stripe would repeat what it answered then. The same offer may be
 * confirmed again: after a decline, or once the account stands again where it stood.
 */
const nameAttempt = (quote: string, { operations }: AccountRow): string =>
  createHash('sha256').update(`${operations} ${quote}`).digest('base64url').slice(0, 32);

const COUNT = statement<never>(
  'billing_count_operation',
  'update guildhall.billing_accounts set operations = operations + 1 where workspace_id = $1',
);

/** Notes when an attempt had its outcome: it was made, or the bank said no. Of any other failure nobody knows. */
async function countOutcome(
  { context }: ChangeDeps,
  workspaceId: string,
  attempt: () => Promise<Payment>,
): Promise<Payment> {
  const count = () => context.database.query(COUNT, [workspaceId]);
  let payment: Payment;
  try {
    payment = await attempt();
  } catch (error) {
    if (isGuildhallError(error, 'payment_required')) await count();
    throw error;
  }
  await count();
  return payment;
}

type Input = Parameters<OperationHandler<'billing.subscribe'>>[1];

async function confirm(deps: ChangeDeps, quotes: Quotes, account: HeldAccount, input: Input): Promise<Payment> {
  const { workspaceId, quote, ...wish } = input;
  const offered = quotes.read(quote, workspaceId, deps.context.clock().getTime());
  await account.customer();
  const situation = await readSituation(deps, await account.sync());
  if (standingOf(situation) !== offered.standing) throw quoteChanged('the account was changed since');
  const offer = await makeOffer(deps, situation, wish, offered.prorationDate);
  checkOffer(offered, offer);
  if (lacksMethod(offer, situation.row)) throw paymentRequired('no_payment_method');
  const operationId = nameAttempt(quote, situation.row);
  return countOutcome(deps, workspaceId, () => applyChange({ deps, situation, offer, operationId }));
}

/** Does something to an account, and makes what is known of it what Stripe says then, also where it failed. */
export async function thenSync<T>(account: HeldAccount, by: Person, work: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // The account is known to be out of date: should this fail, too, it is asked for again later.
    await account.sync(by).catch(() => undefined);
    throw error;
  }
  await account.sync(by);
  return result;
}

/** Makes the change that a preview offered: at the price that was shown, or not at all. */
export const subscribeTo: Service<'billing.subscribe'> = (context) => {
  const quotes = createQuotes(context.secret);
  return async (actor, input) => {
    const { workspaceId } = input;
    const deps = await enterChange(context, 'billing.subscribe', actor, workspaceId);
    const payment = await deps.billing.withAccount(workspaceId, (account) =>
      thenSync(account, deps.person, () => confirm(deps, quotes, account, input)),
    );
    return { billing: await readBilling(context, deps.billing, workspaceId), payment };
  };
};
