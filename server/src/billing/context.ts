import type { Stripe } from './stripe/types.js';
import { DEFAULT_GRACE_MS } from 'guildhall/contract';
import type { Person } from 'guildhall/contract';
import type { Database } from '../db/database.js';
import type { InUnit } from '../db/unit.js';
import { claimAccount, markDirty, readAccount, workspaceOf } from './accounts.js';
import type { AccountRow } from './accounts.js';
import { ensureCustomer } from './customer.js';
import { createLease } from './lease.js';
import type { BillingOptions } from './options.js';
import { createPlanCatalogue } from './plans.js';
import type { PlanCatalogue } from './plans.js';
import { createStripeApi } from './stripe/api.js';
import type { StripeApi } from './stripe/api.js';
import { readPriceBook } from './stripe/prices.js';
import type { PriceBook } from './stripe/prices.js';
import { syncAccount } from './sync.js';
import type { SyncDeps } from './sync.js';

/** Billing as the host set it up, checked. */
export interface BillingSetup {
  readonly catalogue: PlanCatalogue;
  readonly stripe: StripeApi;
  /** Milliseconds after a first failed payment in which nothing is restricted. */
  readonly graceMs: number;
  /** Milliseconds between the passes that compare everything with Stripe. */
  readonly reconcileMs: number;
  /** Where a path of the host's stands. */
  readonly siteUrl: (path: string) => string;
  /** See `LeaseOptions`. @default 30000 */
  readonly leaseMs?: number | undefined;
}

/** A workspace's account, on which nobody else works until the work is done. */
export interface HeldAccount {
  readonly workspaceId: string;
  /** As it is known now. */
  row(): Promise<AccountRow>;
  /** The customer at Stripe, made where there is none yet. */
  customer(): Promise<string>;
  /**
   * Asks Stripe afresh, and writes down what it says. Returns the row as it is then.
   *
   * @param by who did what this follows from, for the activity log. @default null: the system
   */
  sync(by?: Person | null): Promise<AccountRow>;
}

/** What every service of billing works with. */
export interface BillingContext extends BillingSetup {
  /** The prices at Stripe, made at their first need. */
  prices(): Promise<PriceBook>;
  /**
   * Holds a workspace's account: one at a time, in all processes. Never within one another, and never in a transaction:
   * Stripe is asked meanwhile. Whatever becomes of the work, a sync follows.
   *
   * @throws GuildhallError `not_found`, where the workspace is gone for good; `unavailable`, where somebody else is at it for long
   */
  withAccount<T>(workspaceId: string, work: (account: HeldAccount) => Promise<T>): Promise<T>;
  /** Asks Stripe afresh about a workspace. Nothing to ask, where it has no customer. Returns what was other than it had been. */
  sync(workspaceId: string): Promise<readonly string[]>;
  /** The same by customer. Nothing also for a customer of nobody here. */
  syncCustomer(customerId: string): Promise<readonly string[]>;
}

const HOUR_MS = 3_600_000;

/** Where billing runs. */
export interface BillingSurroundings {
  readonly isProduction: boolean;
  readonly publicUrl: string;
  /** How requests to Stripe leave. @default Node's own */
  readonly httpClient?: Stripe.HttpClient | undefined;
}

/** Checks how a host set billing up. @throws Error that says what is wrong, and what to do */
export function createBillingSetup(
  options: BillingOptions,
  { isProduction, publicUrl, httpClient }: BillingSurroundings,
): BillingSetup {
  const catalogue = createPlanCatalogue(options.plans);
  return {
    catalogue,
    stripe: createStripeApi(options.stripe, isProduction, httpClient),
    graceMs: options.graceMs ?? DEFAULT_GRACE_MS,
    reconcileMs: options.reconcileMs ?? HOUR_MS,
    siteUrl: (path) => new URL(path, publicUrl).href,
  };
}

/** What a {@link BillingContext} is made of. */
export interface BillingDeps extends BillingSetup {
  readonly database: Database;
  readonly inUnit: InUnit;
  readonly clock: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Makes a {@link BillingContext}. */
export function createBillingContext(deps: BillingDeps): BillingContext {
  const { catalogue, stripe, graceMs, reconcileMs, siteUrl, database, clock, onError } = deps;
  const withLease = createLease({ executor: database, onError, leaseMs: deps.leaseMs });
  let book: Promise<PriceBook> | undefined;
  const prices = () =>
    (book ??= readPriceBook(stripe, catalogue).catch((error: unknown) => {
      // Asked again at the next need.
      book = undefined;
      throw error;
    }));
  const syncDeps: SyncDeps = { ...deps, prices };

  const hold = (workspaceId: string): HeldAccount => {
    const row = () => readAccount(database, workspaceId);
    return {
      workspaceId,
      row,
      customer: async () => ensureCustomer(database, stripe, await row()),
      sync: async (by = null) => {
        await syncAccount(syncDeps, workspaceId, by);
        return row();
      },
    };
  };
  const withAccount: BillingContext['withAccount'] = async (workspaceId, work) => {
    await claimAccount(database, workspaceId, clock());
    await readAccount(database, workspaceId);
    return withLease(workspaceId, async () => {
      await markDirty(database, workspaceId, clock());
      return work(hold(workspaceId));
    });
  };
  // Whoever asks while another waits for its turn is answered by that one.
  const waiting = new Map<string, Promise<readonly string[]>>();
  const sync = (workspaceId: string): Promise<readonly string[]> => {
    const before = waiting.get(workspaceId);
    if (before) return before;
    const leave = () => void (waiting.get(workspaceId) === mine && waiting.delete(workspaceId));
    const mine: Promise<readonly string[]> = withAccount(workspaceId, () => {
      leave();
      return syncAccount(syncDeps, workspaceId, null);
    }).finally(leave);
    waiting.set(workspaceId, mine);
    return mine;
  };
  return {
    catalogue,
    stripe,
    graceMs,
    reconcileMs,
    siteUrl,
    prices,
    withAccount,
    sync,
    async syncCustomer(customerId) {
      const workspaceId = await workspaceOf(database, customerId);
      return workspaceId === undefined ? [] : sync(workspaceId);
    },
  };
}
