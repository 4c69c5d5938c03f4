import type { GuildhallEvent, StreamStatus } from './events.js';
import type { MemberSort } from './limits.js';
import type { InputOf, OperationName, OutputOf } from './routes/index.js';

/** What every operation takes beside its input. */
export interface Call {
  /** Stops waiting for the answer. The rejection is the signal's reason, untouched. */
  signal?: AbortSignal | undefined;
  /** For writes: the same key within 24 hours has its effect once. Another input with it is `conflict`. */
  idempotencyKey?: string | undefined;
}

/** One operation of an adapter: one JSON-serialisable input, one promise. Rejects with a `GuildhallError`. */
export type Operation<N extends OperationName> = (input: InputOf<N>, call?: Call) => Promise<OutputOf<N>>;

/** Workspaces: the one group, with members, that every adapter has. */
export interface WorkspacesPort {
  list: Operation<'workspaces.list'>;
  get: Operation<'workspaces.get'>;
  /** Absent where people cannot make workspaces: the switcher then does not offer it. */
  create?: Operation<'workspaces.create'>;
  update?: Operation<'workspaces.update'>;
  delete?: Operation<'workspaces.delete'>;
  setImage?: Operation<'workspaces.setImage'>;
  removeImage?: Operation<'workspaces.removeImage'>;
}

/** The people of a workspace. */
export interface MembersPort {
  list: Operation<'members.list'>;
  update?: Operation<'members.update'>;
  remove?: Operation<'members.remove'>;
  leave?: Operation<'members.leave'>;
  transferOwnership?: Operation<'members.transferOwnership'>;
}

/** Invitations, by those who send and by those who receive them. */
export interface InvitationsPort {
  list: Operation<'invitations.list'>;
  create: Operation<'invitations.create'>;
  update?: Operation<'invitations.update'>;
  resend?: Operation<'invitations.resend'>;
  revoke?: Operation<'invitations.revoke'>;
  link?: Operation<'invitations.link'>;
  mine?: Operation<'invitations.mine'>;
  accept?: Operation<'invitations.accept'>;
  decline?: Operation<'invitations.decline'>;
  preview?: Operation<'invitations.preview'>;
}

/**
 * How a workspace is paid. Present with a backend that has billing at all; one that has it switched off answers
 * `catalogue` with `off`, and all else with `unavailable` (`billing_not_configured`).
 */
export interface BillingPort {
  catalogue: Operation<'billing.catalogue'>;
  get: Operation<'billing.get'>;
  sync: Operation<'billing.sync'>;
  preview: Operation<'billing.preview'>;
  subscribe: Operation<'billing.subscribe'>;
  cancel: Operation<'billing.cancel'>;
  resume: Operation<'billing.resume'>;
  invoices: Operation<'billing.invoices'>;
  createSetup: Operation<'billing.createSetup'>;
  setDefaultPaymentMethod: Operation<'billing.setDefaultPaymentMethod'>;
  removePaymentMethod: Operation<'billing.removePaymentMethod'>;
  updateDetails?: Operation<'billing.updateDetails'>;
  retryPayment: Operation<'billing.retryPayment'>;
  openPortal?: Operation<'billing.openPortal'>;
}

/** What workspaces hold: the host's chats, assistants, prompts. */
export interface EntitiesPort {
  list: Operation<'entities.list'>;
  counts: Operation<'entities.counts'>;
  get?: Operation<'entities.get'>;
  /** Absent where sharing is the host's own affair: it is shown, and not offered. */
  setSharing?: Operation<'entities.setSharing'>;
}

/** What happened in a workspace. */
export interface ActivityPort {
  list: Operation<'activity.list'>;
}

/** What to listen to: one's own topic, and one workspace's where given. */
export interface SubscribeInput {
  workspaceId?: string | undefined;
}

/** Who listens. */
export interface StreamListener {
  onEvent(event: GuildhallEvent): void;
  onStatus?(status: StreamStatus): void;
}

/** Ends a subscription. Safe to call twice. */
export type Unsubscribe = () => void;

/** What an adapter's operations support inside themselves. The interface hides the rest. */
export interface Supports {
  /** `search` of `workspaces.list`, `members.list`, `invitations.list` and `entities.list`. */
  readonly search: boolean;
  /** `totalCount` on first pages, but not of `entities.list`: how much there is, is what `entities.counts` says. */
  readonly totalCount: boolean;
  /** The orders that `members.list` knows; the first is the default. */
  readonly memberSorts: readonly MemberSort[];
}

/**
 * Where the components get their data from and send their changes to. Three gates, never mixed: an
 * operation exists or is absent (its feature is hidden then); `supports` says what it can do inside;
 * and `viewer.permissions` says what this viewer may. The actor never travels in an input.
 */
export interface GuildhallAdapter {
  /** Distinguishes the caches of two adapters, say by backend and person. */
  readonly id: string;
  readonly supports: Supports;
  readonly workspaces: WorkspacesPort;
  readonly members: MembersPort;
  readonly invitations?: InvitationsPort;
  readonly billing?: BillingPort;
  readonly entities?: EntitiesPort;
  readonly activity?: ActivityPort;
  /**
   * Listens until unsubscribed, across interruptions, and brings each event once and in order.
   * Absent: the components refetch when the window regains focus.
   */
  subscribe?(input: SubscribeInput, listener: StreamListener): Unsubscribe;
}
