import { recurringAmount } from 'guildhall/contract';
import { moneyOf, isoOf } from '../bills.js';
import type { AccountRow } from '../accounts.js';
import { findAccount } from '../accounts.js';
import type { Service } from '../../context.js';
import { makeOffer } from './offers.js';
import type { ChangeOffer } from './offers.js';
import { createQuotes } from './quotes.js';
import { enterChange, readSituation, standingOf } from './situation.js';
import type { ChangeDeps } from './situation.js';

/** Whether something can be paid with. */
const hasMethod = ({ snapshot }: AccountRow): boolean =>
  snapshot?.paymentMethods.some(({ isDefault }) => isDefault) ?? false;

/** Whether an offer needs a payment method that is not there. */
export const lacksMethod = ({ now }: ChangeOffer, row: AccountRow): boolean =>
  now !== null && now.due.amount > 0 && !hasMethod(row);

/** An account with a customer, as it is known; asked for afresh only where something is known to have changed. */
async function readyAccount({ context, billing }: ChangeDeps, workspaceId: string): Promise<AccountRow> {
  const row = await findAccount(context.database, workspaceId);
  if (row && row.customerId !== null && row.syncedAt !== null && row.dirtyAt === null) return row;
  return billing.withAccount(workspaceId, async (account) => {
    await account.customer();
    return account.sync();
  });
}

/** What a change would cost: asked of Stripe, which charges just that when it is confirmed. */
export const previewChange: Service<'billing.preview'> = (context) => {
  const quotes = createQuotes(context.secret);
  return async (actor, { workspaceId, ...wish }) => {
    const deps = await enterChange(context, 'billing.preview', actor, workspaceId);
    const situation = await readSituation(deps, await readyAccount(deps, workspaceId));
    const issuedAt = context.clock().getTime();
    const offer = await makeOffer(deps, situation, wish, Math.floor(issuedAt / 1000));
    const { kind, to, at, now, next, trialEnd } = offer;
    const { plan, interval, quantity } = to;
    return {
      quote: quotes.issue({
        workspaceId,
        planId: plan.id,
        interval,
        quantity,
        prorationDate: Math.floor(issuedAt / 1000),
        due: now?.due.amount ?? null,
        standing: standingOf(situation),
        issuedAt,
      }),
      takesEffect: kind === 'down' || kind === 'end' ? 'period_end' : 'now',
      at: isoOf(at),
      now,
      next,
      recurring: moneyOf(recurringAmount(to), plan.currency),
      interval,
      seats: plan.kind === 'per_seat' ? quantity : null,
      trialEndsAt: trialEnd === null ? null : isoOf(trialEnd),
      needsPaymentMethod: lacksMethod(offer, situation.row),
    };
  };
};
