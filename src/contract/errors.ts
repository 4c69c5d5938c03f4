import type { DeclineReason } from './billing/account.js';
import type { Permission } from './permissions.js';

/** Why an operation failed. Stable; the interface maps each to a sentence in the viewer's language. */
export type ErrorCode = keyof typeof ERROR_STATUS;

/** The HTTP status of each code, for servers. Clients read the code, never the status. */
export const ERROR_STATUS = {
  unauthenticated: 401,
  payment_required: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_exceeded: 409,
  validation: 422,
  rate_limited: 429,
  internal: 500,
  unsupported: 501,
  unavailable: 503,
} as const;

/** What stands in the way of a change that is otherwise allowed. */
export type ConflictReason =
  | 'last_owner'
  | 'self_removal'
  | 'home_workspace'
  | 'already_member'
  | 'already_invited'
  | 'invitation_expired'
  | 'invitation_revoked'
  | 'invitation_declined'
  | 'invitation_accepted'
  | 'sole_owner_of_shared_workspaces'
  | 'idempotency_key_reused'
  | 'idempotency_in_progress'
  | 'quote_changed'
  | 'no_change'
  | 'no_subscription'
  | 'nothing_due'
  | 'payment_in_progress'
  | 'seats_below_members'
  | 'last_payment_method'
  | 'tax_id_invalid';

/** Why somebody may not do this, beyond lacking a permission. */
export type ForbiddenReason =
  | 'missing_permission'
  | 'above_own_role'
  | 'owners_only'
  | 'email_unverified'
  | 'wrong_address'
  | 'not_creator'
  | 'cross_origin';

/** What is wrong with one field of an input. `path` is dotted: `invitations.0.role`. */
export interface FieldProblem {
  readonly path: string;
  /** For developers, in English. */
  readonly message: string;
}

/** What each code tells beside itself. A code that is not listed carries no details. */
export interface ErrorDetails {
  conflict: {
    readonly reason: ConflictReason;
    /** The workspaces concerned, where it is not the one that was asked for. */
    readonly workspaceIds?: readonly string[] | undefined;
  };
  forbidden: { readonly reason: ForbiddenReason; readonly permission?: Permission | undefined };
  validation: { readonly fields: readonly FieldProblem[] };
  /** `past_due`: inviting waits for a payment; `no_payment_method`: there is nothing to pay with; else the bank's reason. */
  payment_required: { readonly reason: DeclineReason | 'no_payment_method' | 'past_due' };
  limit_exceeded: { readonly limit: 'members'; readonly max: number; readonly used: number };
  unavailable: {
    readonly reason:
      | 'network'
      | 'timeout'
      | 'mail_not_configured'
      | 'billing_not_configured'
      | 'stripe'
      | 'entity_kind'
      | 'shutting_down';
  };
}

/** The details of one code, or undefined where it carries none. */
export type DetailsOf<C extends ErrorCode> = C extends keyof ErrorDetails ? ErrorDetails[C] : undefined;

/** What a {@link GuildhallError} is made from: a code, its details, and words for the developer. */
export interface ErrorInit<C extends ErrorCode> {
  /** For developers, in English: what happened, why, what to do. The interface never shows it. */
  message?: string;
  details?: DetailsOf<C>;
  /** When asking again may succeed, in milliseconds from now. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

const BRAND = Symbol.for('guildhall.error');

/**
 * The one error that adapters throw and the server answers with.
 * Ask {@link isGuildhallError}, not `instanceof`: an app may hold two copies of this package.
 *
 * @example throw new GuildhallError('conflict', { details: { reason: 'last_owner' } });
 */
export class GuildhallError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'GuildhallError';
  readonly [BRAND] = true;
  readonly code: C;
  readonly details: DetailsOf<C> | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: C, { message, details, retryAfterMs, cause }: ErrorInit<C> = {}) {
    super(message ?? code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether a thrown value is a {@link GuildhallError}, of one code where that is given. */
export function isGuildhallError<C extends ErrorCode>(value: unknown, code?: C): value is GuildhallError<C> {
  if (typeof value !== 'object' || value === null || !(BRAND in value)) return false;
  return code === undefined || (value as GuildhallError).code === code;
}
