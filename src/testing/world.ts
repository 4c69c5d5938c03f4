import type { GuildhallAdapter, Invitation, Role } from '../contract/index.js';

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
  limits?: {
    /** @default 100 */
    invitationsPerSenderPerHour?: number;
    /** @default 500 */
    invitationsPerWorkspacePerDay?: number;
  };
}

/** A backend that holds one {@link World}, seen through adapters. Made afresh for each test. */
export interface Harness {
  /** The adapter of somebody who is signed in, or of nobody for null. */
  as(userId: string | null): GuildhallAdapter;
  /** Moves the backend's clock on. */
  advance(ms: number): Promise<void>;
  dispose(): Promise<void>;
}

/** Makes a backend that holds this world and nothing else. */
export type CreateHarness = (world: World) => Promise<Harness>;
