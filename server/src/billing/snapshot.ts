import type { Bill, BillingDetails, PastDue, PaymentMethod } from 'guildhall/contract';

/** What `billing.get` tells and nothing else asks for: kept as it is told. */
export interface AccountSnapshot {
  readonly paymentMethods: readonly PaymentMethod[];
  readonly details: BillingDetails;
  readonly nextBill: Bill | null;
  /** Without the end of the grace period, which the host's option decides. */
  readonly pastDue: Omit<PastDue, 'graceEndsAt'> | null;
}
