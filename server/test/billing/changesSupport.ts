import { expect } from 'vitest';
import type { ActivityEntry, BillingPort, BillingPreview, Payment } from 'guildhall/contract';
import { SECRET_KEY, customerOf } from '../support/billingStage.js';
import type { BillingStage } from '../support/billingStage.js';

type Billing = Required<BillingPort>;
/** What somebody asks to be changed. */
export type Change = Parameters<Billing['preview']>[0];

/** The workspace of these tests. */
export const acme = { workspaceId: 'acme' };
export const DAY = 24 * 3_600;
export const team: Change = { ...acme, planId: 'team', interval: 'month' };
export const teamByYear: Change = { ...acme, planId: 'team', interval: 'year' };
export const studio: Change = { ...acme, planId: 'studio', interval: 'month' };
export const business = (seats: number): Change => ({ ...acme, planId: 'business', interval: 'month', seats });

/** What its owner does on the stage, and what can be seen of it at Stripe. */
export function actingOn(stage: BillingStage) {
  const billing = () => stage.as('olivia').billing;
  const preview = (change: Change) => billing().preview(change);
  const confirm = (change: Change, { quote }: BillingPreview) => billing().subscribe({ ...change, quote });
  const { stripe, simulator } = stage;
  return {
    billing,
    preview,
    confirm,
    subscribe: async (change: Change) => confirm(change, await preview(change)),
    subscriptions: async () => (await stripe.subscriptions.list({ status: 'all', limit: 100 })).data,
    /** Newest first. */
    invoices: async () => (await stripe.invoices.list({ limit: 100 })).data,
    recorded: async (): Promise<ActivityEntry[]> => {
      const { items } = await stage.as('olivia').activity.list(acme);
      return items.filter(({ action }) => action.startsWith('billing.')).toReversed();
    },
    /** Attaches a card to the workspace's customer, without the checks of the form, and pays with it from now on. */
    payWith: async (card: string) => {
      const { id } = await stripe.paymentMethods.attach(card, { customer: await customerOf(stage) });
      await billing().setDefaultPaymentMethod({ ...acme, paymentMethodId: id });
      return id;
    },
    /** The payer answers their bank. */
    answerBank: async (payment: Payment, result: 'succeeded' | 'failed') => {
      if (payment.status !== 'requires_action') return expect.fail(`the payment ${payment.status}`);
      const answer = await simulator.fetch(`${simulator.url}/_sim/3ds/${payment.clientSecret.split('_secret_')[0]}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${SECRET_KEY}` },
        body: `result=${result}`,
      });
      expect(answer.ok).toBe(true);
    },
    pass: (seconds: number) => simulator.clock.advanceTo(simulator.clock.now() + seconds),
  };
}

/** What an operation was refused with. */
export async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'was done',
    (error: { code?: string; details?: object }) => (error.code ? { code: error.code, ...error.details } : error),
  );
}
