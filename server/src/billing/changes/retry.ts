import { refuse } from 'guildhall/contract';
import type { Payment } from 'guildhall/contract';
import type { Service } from '../../context.js';
import { newId } from '../../db/newId.js';
import { readBilling } from '../account/read.js';
import type { AccountRow } from '../accounts.js';
import { asksPayer, outcomeOf, paymentRequired } from './payments.js';
import { enterChange, readSubscription } from './situation.js';
import type { ChangeDeps } from './situation.js';
import { thenSync } from './subscribe.js';
import { latestInvoiceOf } from './waiting.js';

/** The invoice of a payment that failed, or of a first one that nobody confirmed. */
async function owedInvoice(deps: ChangeDeps, { snapshot, status, subscriptionId }: AccountRow): Promise<string | null> {
  if (snapshot?.pastDue) return snapshot.pastDue.invoiceId;
  if (status !== 'incomplete' || subscriptionId === null) return null;
  const invoice = latestInvoiceOf(await readSubscription(deps, subscriptionId));
  return invoice?.status === 'open' ? invoice.id : null;
}

async function pay(deps: ChangeDeps, row: AccountRow): Promise<Payment> {
  const { stripe } = deps.billing;
  const invoiceId = await owedInvoice(deps, row);
  if (invoiceId === null) refuse({ code: 'conflict', reason: 'nothing_due' });
  const method = row.snapshot?.paymentMethods.find(({ isDefault }) => isDefault);
  if (invoiceId === null || !method) throw paymentRequired('no_payment_method');
  let refused: unknown;
  try {
    // Each try asks the bank anew. Stripe takes the money for an invoice once, whoever asks for it.
    await stripe.write(newId('op'), (sdk, once) => sdk.invoices.pay(invoiceId, { payment_method: method.id }, once));
  } catch (error) {
    if (!asksPayer(error)) throw error;
    refused = error;
  }
  const invoice = await stripe.read((sdk) => sdk.invoices.retrieve(invoiceId));
  const outcome = await outcomeOf(deps, invoice);
  if (outcome.status !== 'declined') return outcome;
  throw refused ?? paymentRequired(outcome.reason);
}

/** Pays what is owed, now, with the default payment method. */
export const retryPayment: Service<'billing.retryPayment'> =
  (context) =>
  async (actor, { workspaceId }) => {
    const deps = await enterChange(context, 'billing.retryPayment', actor, workspaceId);
    const payment = await deps.billing.withAccount(workspaceId, async (account) => {
      const row = await account.sync();
      return thenSync(account, deps.person, () => pay(deps, row));
    });
    return { billing: await readBilling(context, deps.billing, workspaceId), payment };
  };
