import type { FoundCustomer } from './customers.js';
import type { RowFacts } from './facts.js';
import type { MoveStatus } from './rows.js';

/** What Stripe says of a row, as far as it was asked. */
export interface StripeFacts {
  readonly customer: FoundCustomer;
  /** What the account's present customer, another one, would take with it; null where nothing. */
  readonly holdings: string | null;
  /** Those of the rivals that pay for something. */
  readonly payingRivals: readonly string[];
}

/** What is to become of a row, and why. */
export interface Assessment {
  readonly status: Exclude<MoveStatus, 'moved' | 'reverted' | 'failed'>;
  readonly detail: string | null;
}

const list = (ids: readonly string[]) => ids.join(', ');
const because = (status: Assessment['status'], detail: string | null = null): Assessment => ({ status, detail });

/** What can be said of a row without Stripe; null where Stripe must be asked. */
export function assessAlone({ row, home, sharedBy, entry }: RowFacts): Assessment | null {
  const { customerId, userId } = row;
  if (customerId === null) return because('nothing_to_move');
  if (sharedBy.length > 0) {
    const others = sharedBy.filter((id) => id !== userId);
    return because(
      'duplicate_customer',
      `Also of ${list(others.slice(0, 3))}${others.length > 3 ? ` and ${others.length - 3} more` : ''}. Say whose it is: clear it in the other rows.`,
    );
  }
  if (home?.customerId === customerId && entry?.state !== 'planned') return because('already_moved');
  return null;
}

function noHome({ row, hadHome }: RowFacts): string {
  if (row.userId === null) return 'The row names no user. Fill in the user, or cancel the customer’s plan at Stripe.';
  const what = hadHome ? 'Their home was deleted.' : 'They have no home workspace.';
  return `${what} It is made when they sign in, or by guildhall.users.upsert(). Then run this again.`;
}

/** Why a person must say what the workspace is to pay for; null where it is plain. */
function findConflict({ row, home, claimedBy, rivals }: RowFacts, stripe: StripeFacts): string | null {
  const { customer, holdings, payingRivals } = stripe;
  if (typeof customer !== 'object') return null;
  if (claimedBy !== null && claimedBy !== home?.workspaceId)
    return `It is the customer of the workspace ${claimedBy} already. Say which of the two it is to pay for.`;
  if (customer.live.length > 1)
    return `It pays for ${customer.live.length} subscriptions, and a workspace has one: ${list(customer.live.map(({ id }) => id))}. Cancel all but one at Stripe.`;
  if (holdings !== null && home)
    return `The workspace has ${home.customerId}, with ${holdings}. Say which of the two is to pay, and delete the other at Stripe.`;
  const isPaying = customer.live.length > 0;
  const own = rivals.filter(({ userId }) => userId === row.userId).map(({ customerId }) => customerId);
  const payingOwn = own.filter((id) => payingRivals.includes(id));
  if (own.length > 0 && (!isPaying || payingOwn.length > 0))
    return `The user has ${list(own)}, too. Say which is theirs: clear the other rows.`;
  if (isPaying && payingRivals.length > 0)
    return `Another owner of the workspace pays, too, with ${list(payingRivals)}. Cancel one of the plans at Stripe, or make one of the two no owner.`;
  return null;
}

/** What is to become of a row that {@link assessAlone} left open. */
export function assess(facts: RowFacts, stripe: StripeFacts): Assessment {
  const { customer } = stripe;
  if (customer === 'deleted') return because('customer_deleted', 'Deleted at Stripe: it pays for nothing any more.');
  if (customer === 'missing')
    return because('customer_missing', 'Stripe never had it. Is STRIPE_SECRET_KEY of the same account and mode?');
  if (!facts.home) return because('no_home_workspace', noHome(facts));
  const conflict = findConflict(facts, stripe);
  if (conflict !== null) return because('conflicting_subscriptions', conflict);
  const { entry, home } = facts;
  if (entry?.state === 'planned') return because('would_move', `Begun by the run ${entry.runId}, and not finished.`);
  const replaced = home.customerId !== null && home.customerId !== facts.row.customerId;
  return because(
    'would_move',
    replaced ? `Replaces ${home.customerId}, which pays for nothing and holds nothing.` : null,
  );
}
