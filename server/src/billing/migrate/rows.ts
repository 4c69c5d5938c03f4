/** What became of a row of the host's table. */
export type MoveStatus =
  | 'moved'
  | 'would_move'
  | 'nothing_to_move'
  | 'already_moved'
  | 'duplicate_customer'
  | 'no_home_workspace'
  | 'conflicting_subscriptions'
  | 'customer_deleted'
  | 'customer_missing'
  | 'reverted'
  | 'failed';

/** A row of the host's table: whose customer this is. */
export interface ProfileRow {
  readonly userId: string | null;
  readonly customerId: string | null;
}

/** One line of the report. */
export interface ReportRow extends ProfileRow {
  /** The home of the user; null where there is none. */
  readonly workspaceId: string | null;
  readonly status: MoveStatus;
  /** What the customer pays for, by name; null where it pays for nothing, or Stripe was not asked. */
  readonly plan: string | null;
  /** Why, and what to do; null where there is nothing to say. */
  readonly detail: string | null;
}

const NEEDS_A_PERSON: ReadonlySet<MoveStatus> = new Set([
  'duplicate_customer',
  'no_home_workspace',
  'conflicting_subscriptions',
  'customer_missing',
  'failed',
]);

/** Whether somebody has to look at such a row. All others are as they should be, or will be. */
export const needsAPerson = (status: MoveStatus): boolean => NEEDS_A_PERSON.has(status);
