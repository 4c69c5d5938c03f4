import { GuildhallError, declineReason } from 'guildhall/contract';
import type { DeclineReason, Payment } from 'guildhall/contract';
import type { Stripe } from '../stripe/types.js';
import { moneyOf } from '../bills.js';
import { isRefusal } from '../stripe/errors.js';
import type { ChangeDeps } from './situation.js';

/** What became of the money for an invoice; or why the bank said no. */
export type Outcome = Payment | { readonly status: 'declined'; readonly reason: DeclineReason };

/** The payment that an invoice waits for. */
async function readIntent({ billing }: ChangeDeps, invoiceId: string): Promise<Stripe.PaymentIntent | null> {
  const { data } = await billing.stripe.read((sdk) =>
    sdk.invoicePayments.list({ invoice: invoiceId, expand: ['data.payment.payment_intent'], limit: 100 }),
  );
  const payment = data.find(({ is_default }) => is_default) ?? data[0];
  const intent = payment?.payment.payment_intent;
  return typeof intent === 'object' ? intent : null;
}

/** Looks at an invoice that was to be paid at once. Paid, the amount is what was charged: nothing, for one of nothing. */
export async function outcomeOf(deps: ChangeDeps, invoice: Stripe.Invoice): Promise<Outcome> {
  const amount = moneyOf(invoice.amount_due, invoice.currency);
  if (invoice.status === 'paid') return amount.amount === 0 ? { status: 'none' } : { status: 'succeeded', amount };
  const intent = await readIntent(deps, invoice.id);
  if (intent?.status === 'succeeded') return { status: 'succeeded', amount };
  if (intent?.status === 'processing') return { status: 'processing', amount };
  if (intent?.client_secret && (intent.status === 'requires_action' || intent.status === 'requires_confirmation'))
    return { status: 'requires_action', amount, clientSecret: intent.client_secret };
  const error = intent?.last_payment_error;
  return { status: 'declined', reason: declineReason(error?.decline_code ?? error?.code) };
}

/** The bank said no, or there is nothing that could be asked. */
export function paymentRequired(reason: DeclineReason | 'no_payment_method'): GuildhallError<'payment_required'> {
  const message =
    reason === 'no_payment_method'
      ? 'There is nothing to pay with. Add a payment method first.'
      : `The payment was declined (${reason}). Nothing was changed. Use another payment method.`;
  return new GuildhallError('payment_required', { message, details: { reason } });
}

/** Gives up a payment that nobody made: what waited for it is undone by Stripe. */
export async function voidInvoice({ billing }: ChangeDeps, invoiceId: string): Promise<void> {
  try {
    await billing.stripe.write(`${invoiceId}:void`, (sdk, once) => sdk.invoices.voidInvoice(invoiceId, {}, once));
  } catch (error) {
    // Void already, or gone with the subscription it was for.
    const { status } = await billing.stripe.read((sdk) => sdk.invoices.retrieve(invoiceId));
    if (status !== 'void') throw error;
  }
}

/** Whether an error says that the payer has to answer their bank first. */
export const asksPayer = (error: unknown): boolean =>
  isRefusal(error, 'invoice_payment_intent_requires_action') ||
  (error instanceof GuildhallError && error.code === 'payment_required');
