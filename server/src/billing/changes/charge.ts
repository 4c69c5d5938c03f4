import { createHash } from 'node:crypto';
import { GuildhallError, refuse } from 'guildhall/contract';
import type { FieldProblem } from 'guildhall/contract';
import { notFound } from '../../context.js';
import type { Context } from '../../context.js';
import { statement } from '../../db/database.js';
import type { AccountRow } from '../accounts.js';
import { USAGE } from '../bills.js';
import type { BillingContext } from '../context.js';

/** What a host charges a workspace for, beside its plan. */
export interface Charge {
  /** In the currency's minor unit, one or more. */
  readonly amount: number;
  /** ISO 4217, lower case. @default the plan's; Stripe takes no other for the same customer */
  readonly currency?: string | undefined;
  /** What the line of the bill says: `3,000 messages beyond the plan`. At most 200 characters. */
  readonly description: string;
  /** Names this very charge, in this workspace: asking again for it within a day charges nothing more. At most 200 characters. */
  readonly idempotencyKey: string;
}

const EXISTS = statement<{ id: string }>(
  'billing_charge_exists',
  'select id from guildhall.workspaces where id = $1 and deleted_at is null',
);

/** Stripe's own limit. */
const MOST = 99_999_999;
const LONGEST = 200;

function problemsOf({ amount, currency, description, idempotencyKey }: Charge, expected: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > MOST)
    add('amount', `must be a whole number from 1 to ${MOST}, in minor units (1250 for 12.50)`);
  if (currency !== undefined && currency !== expected)
    add('currency', `must be ${expected}, as everything on this workspace's bills`);
  if (description.trim() === '' || description.length > LONGEST)
    add('description', `must have 1 to ${LONGEST} characters: it stands on the bill`);
  if (idempotencyKey === '' || idempotencyKey.length > LONGEST)
    add('idempotencyKey', `must have 1 to ${LONGEST} characters`);
  return problems;
}

/** Who pays regularly. Whoever does not has no next bill on which a charge could come. */
function payerOf({ customerId, subscriptionId, planId, plan }: AccountRow) {
  if (customerId !== null && subscriptionId !== null && planId !== null && plan)
    return { customer: customerId, subscription: subscriptionId, currency: plan.currency };
  return refuse({ code: 'conflict', reason: 'no_subscription' });
}

async function addToNextBill({ stripe }: BillingContext, row: AccountRow, charge: Charge): Promise<void> {
  const payer = payerOf(row);
  if (!payer) return;
  const fields = problemsOf(charge, payer.currency);
  if (fields.length > 0) {
    const message = fields.map(({ path, message: text }) => `${path} ${text}`).join('; ');
    throw new GuildhallError('validation', { message, details: { fields } });
  }
  const { amount, description, idempotencyKey } = charge;
  const named = createHash('sha256').update(`${row.workspaceId} ${idempotencyKey}`).digest('base64url');
  const metadata = { [USAGE]: idempotencyKey };
  await stripe.write(`charge:${named}`, (sdk, once) =>
    sdk.invoiceItems.create({ ...payer, amount, description, metadata }, once),
  );
}

/**
 * Charges a workspace for what it used: a line on its next bill, whatever plan it pays for. Nothing is collected before.
 *
 * @throws GuildhallError `conflict` with `no_subscription` for a workspace that pays for nothing: it has no next bill;
 *   `validation`, `not_found`, `unavailable` with `stripe` (ask again with the same key) or `billing_not_configured`
 */
export async function chargeWorkspace(
  { database, billing }: Context,
  workspaceId: string,
  charge: Charge,
): Promise<void> {
  if (!billing) {
    throw new GuildhallError('unavailable', {
      message: 'Billing is not set up: give createGuildhall its `billing` option, with plans and Stripe’s keys.',
      details: { reason: 'billing_not_configured' },
    });
  }
  const [workspace] = await database.query(EXISTS, [workspaceId]);
  if (!workspace) throw notFound('workspace');
  // Held, so that what is known of the next bill is asked for again after it.
  await billing.withAccount(workspaceId, async (account) => addToNextBill(billing, await account.row(), charge));
}
