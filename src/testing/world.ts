import type { GuildhallAdapter, Invitation, Role } from '../contract/index.js';
import type { CardBehaviour, WorldAccount, WorldBilling } from './worldBilling.js';
import type { HarnessEntities, WorldEntity, WorldEntityKind } from './worldEntities.js';

export type {
  CardBehaviour,
  WorldAccount,
  WorldBilling,
  WorldInvoice,
  WorldPastDue,
  WorldPaymentMethod,
} from './worldBilling.js';
export type { HarnessEntities, WorldEntity, WorldEntityKind } from './worldEntities.js';

/** Somebody who can sign in. */
export interface WorldUser {
  id: string;
  email: string;
  name: string;
  /** @default true */
  emailVerified?: boolean;
  /** @default null */
  imageUrl?: string | null;
}

/** Somebody's membership. */
export interface WorldMember {
  userId: string;
  role: Role;
  /** @default `${workspaceId}.${userId}` */
  id?: string;
  /** @default false */
  billingContact?: boolean;
  /** ISO 8601. @default the world's `now`, so that ties are broken by id */
  joinedAt?: string;
}

/** A workspace with its people and its unanswered invitations. */
export interface WorldWorkspace {
  id: string;
  name: string;
  /** The user whose home this is. @default null */
  homeOf?: string | null;
  /** @default null */
  memberLimit?: number | null;
  /** For stories and prototypes; the conformance suite sets none. @default null */
  imageUrl?: string | null;
  /** ISO 8601. @default the world's `now` */
  createdAt?: string;
  members: readonly WorldMember[];
  invitations?: readonly WorldInvitation[];
  /** For stories and prototypes; the conformance suite sets none. @default it pays for nothing */
  billing?: WorldAccount;
}

/** An unanswered invitation. */
export interface WorldInvitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  /** ISO 8601. @default the world's `now` */
  createdAt?: string;
  /** ISO 8601. @default seven days after `createdAt` */
  expiresAt?: string;
  /** For stories and prototypes; the conformance suite sets none. @default 'sent' */
  delivery?: Invitation['delivery'];
}

/** Everything that a test starts from. Homes are not made by themselves here: what is listed is what there is. */
export interface World {
  /** ISO 8601. The time at the start; it stands still but for `advance`. */
  now: string;
  users: readonly WorldUser[];
  workspaces: readonly WorldWorkspace[];
  /** What the host sells. @default billing is off */
  billing?: WorldBilling;
  /** What the host has registered, in its order. @default nothing */
  entityKinds?: readonly WorldEntityKind[];
  /** What the host's tables hold. @default nothing */
  entities?: readonly WorldEntity[];
  limits?: {
    /** @default 100 */
    invitationsPerSenderPerHour?: number;
    /** @default 500 */
    invitationsPerWorkspacePerDay?: number;
  };
}

/** What stands in for the payer's browser and bank, where Stripe.js would ask them. */
export interface HarnessBilling {
  /** Adds a card that behaves so, as if somebody had typed its number into the form. The first is the default one. */
  addPaymentMethod(workspaceId: string, behaviour: CardBehaviour): Promise<void>;
  /** Answers the bank's question about a payment. Without it those tests are skipped. */
  authenticate?(clientSecret: string, answer: 'complete' | 'fail'): Promise<void>;
}

/** A backend that holds one {@link World}, seen through adapters. Made afresh for each test. */
export interface Harness {
  /** The adapter of somebody who is signed in, or of nobody for null. */
  as(userId: string | null): GuildhallAdapter;
  /** Moves the backend's clock on. */
  advance(ms: number): Promise<void>;
  /** Without it the tests are skipped in which somebody pays. */
  readonly billing?: HarnessBilling | undefined;
  /** Without it the tests are skipped in which the host's own code changes an entity. */
  readonly entities?: HarnessEntities | undefined;
  dispose(): Promise<void>;
}

/** Makes a backend that holds this world and nothing else. */
export type CreateHarness = (world: World) => Promise<Harness>;
