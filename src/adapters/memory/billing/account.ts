import { minimumSeats, quantityOf } from '../../../contract/index.js';
import type {
  Bill,
  BillingDetails,
  BillLine,
  DeclineReason,
  Interval,
  Invoice,
  PaymentMethod,
  Plan,
} from '../../../contract/index.js';
import type { CardBehaviour } from '../../../testing/world.js';
import type { UserRecord } from '../records.js';
import type { Span } from './calendar.js';

/** What the host sells, and on which terms. */
export interface Shop {
  readonly plans: readonly Plan[];
  readonly graceMs: number;
  readonly mode: 'test' | 'live';
}

/** A line before its bill is made. */
export type DraftLine = Omit<BillLine, 'id'>;

/** Something to pay with. */
export interface MethodRecord extends Omit<PaymentMethod, 'isDefault'> {
  readonly behaviour: CardBehaviour;
}

/** An invoice that was made. */
export interface InvoiceRecord {
  readonly id: string;
  readonly number: string | null;
  readonly date: string;
  readonly lines: readonly DraftLine[];
  /** In minor units. */
  readonly total: number;
  due: number;
  status: Invoice['status'];
}

/** What is paid from now on. */
export interface Terms {
  readonly plan: Plan;
  readonly interval: Interval;
  readonly quantity: number;
}

/** Where a change leads. Times in milliseconds since 1970. */
export interface Offer {
  readonly to: Terms;
  readonly takesEffect: 'now' | 'period_end';
  readonly at: number;
  /** Null where nothing is charged on confirming. */
  readonly now: Bill | null;
  /** What was to come on the next bill, and is on this one. */
  readonly settles: readonly DraftLine[];
  readonly next: Bill;
  /** The period that is paid once it took effect, from which periods are counted then; null where they stay. */
  readonly begins: { readonly span: Span; readonly anchor: number } | null;
  readonly isTrial: boolean;
}

/** A payment that failed and is still owed. Times in milliseconds since 1970. */
export interface Debt {
  readonly invoice: InvoiceRecord;
  readonly since: number;
  attempts: number;
  reason: DeclineReason;
  methodId: string | null;
  nextAttemptAt: number | null;
  /** Whether the grace period is over, and everybody knows. */
  isGraceOver: boolean;
}

/** What a workspace pays for. */
export interface Subscription {
  terms: Terms;
  span: Span;
  /** What periods are counted from. */
  anchor: number;
  isTrialing: boolean;
  cancellation: { readonly by: UserRecord | null; readonly requestedAt: string | null } | null;
  scheduled: Terms | null;
  debt: Debt | null;
}

/** A payment that waits for the payer's answer to their bank. */
export interface Waiting {
  readonly clientSecret: string;
  readonly amount: number;
  readonly methodId: string;
  readonly invoice: InvoiceRecord;
  /** What becomes true once it is paid; null where it is for a debt. */
  readonly change: { readonly offer: Offer; readonly by: UserRecord } | null;
  readonly expiresAt: number;
}

/** How a workspace stands with its payments. */
export interface Account {
  readonly shop: Shop;
  readonly details: BillingDetails;
  /** Oldest first. */
  methods: MethodRecord[];
  defaultMethodId: string | null;
  subscription: Subscription | null;
  waiting: Waiting | null;
  /** What the next bill holds beside the plan. */
  pending: DraftLine[];
  /** In minor units, zero or more. */
  credit: number;
  /** Oldest first. */
  readonly invoices: InvoiceRecord[];
  /** Every payment that was taken, oldest first. */
  readonly charges: Charge[];
  hasHadTrial: boolean;
  /** Begun, and not confirmed yet. */
  readonly setups: Set<string>;
}

/** Money that was taken. */
export interface Charge {
  /** ISO 8601. */
  readonly at: string;
  /** In minor units. */
  readonly amount: number;
  readonly invoiceId: string;
  readonly paymentMethodId: string;
}

/** An account on which nothing has happened yet. */
export function emptyAccount(shop: Shop): Account {
  return {
    shop,
    details: { name: null, email: null, address: null, taxIds: [] },
    methods: [],
    defaultMethodId: null,
    subscription: null,
    waiting: null,
    pending: [],
    credit: 0,
    invoices: [],
    charges: [],
    hasHadTrial: false,
    setups: new Set(),
  };
}

/** Where a workspace stands that pays for nothing. */
export const freePlanOf = ({ plans }: Shop): Plan | null => plans.find(({ kind }) => kind === 'free') ?? null;

/** The plan that an account is on. */
export const planOf = ({ shop, subscription }: Account): Plan | null => subscription?.terms.plan ?? freePlanOf(shop);

/** One host sells in one currency. */
export const currencyOf = ({ shop, subscription }: Account): string =>
  (subscription?.terms.plan ?? shop.plans.find(({ kind }) => kind !== 'free') ?? shop.plans[0])?.currency ?? 'usd';

/** What the next payment is taken from. */
export const defaultMethodOf = ({ methods, defaultMethodId }: Account): MethodRecord | null =>
  methods.find(({ id }) => id === defaultMethodId) ?? null;

/**
 * What a plan means for a workspace of these people. A prepaid one is sold with the seats asked for; where nobody says
 * how many, with those that are held already, or those that are needed.
 */
export function termsOf(
  { subscription }: Account,
  plan: Plan,
  interval: Interval,
  people: { readonly members: number; readonly invited: number },
  seats?: number,
): Terms {
  const held = subscription?.terms.plan.seats === 'prepaid' ? subscription.terms.quantity : 0;
  const usual = Math.max(held, minimumSeats(people));
  return { plan, interval, quantity: quantityOf(plan, people.members, seats ?? usual) };
}
