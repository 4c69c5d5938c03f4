import type { ActivityEntry, Invitation, Role } from '../../contract/index.js';
import type { Account } from './billing/account.js';

/** A person, as the world tells of them. */
export interface UserRecord {
  readonly id: string;
  /** Normalised. */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly imageUrl: string | null;
  readonly sortKey: string;
  readonly searchKey: string;
  /** Where the person's own event log stands. */
  seq: number;
}

/** Somebody's membership of one workspace. */
export interface MemberRecord {
  readonly id: string;
  readonly user: UserRecord;
  readonly joinedAt: string;
  role: Role;
  billingContact: boolean;
}

/** An invitation in any state; it is never forgotten while its workspace stands, so that links can tell what became of it. */
export interface InvitationRecord {
  readonly id: string;
  readonly workspace: WorkspaceRecord;
  /** Normalised. */
  readonly email: string;
  role: Role;
  status: 'pending' | 'accepted' | 'declined' | 'revoked';
  /** Raised by each sending; links of an earlier one are replaced. */
  generation: number;
  token: string;
  inviter: UserRecord;
  createdAt: string;
  sentAt: string;
  expiresAt: string;
  delivery: Invitation['delivery'];
}

/** A workspace with all that is in it. */
export interface WorkspaceRecord {
  readonly id: string;
  readonly homeOf: string | null;
  /** What the host set; a plan's limit comes before it. */
  readonly memberLimit: number | null;
  readonly createdAt: string;
  name: string;
  imageUrl: string | null;
  /** Where the workspace's event log stands. */
  seq: number;
  /** Newest last. */
  readonly activity: ActivityEntry[];
  /** By id. */
  readonly invitations: Map<string, InvitationRecord>;
  readonly members: MemberBook;
  /** Null where billing is off. */
  account: Account | null;
}

/** What {@link MemberBook.inOrder} sorts by. */
export type MemberOrder = (a: MemberRecord, b: MemberRecord) => number;

/** The members of one workspace: found by id and by person, and sorted once for each order that is asked for. */
export class MemberBook {
  readonly #byId = new Map<string, MemberRecord>();
  readonly #byUser = new Map<string, MemberRecord>();
  readonly #sorted = new Map<MemberOrder, readonly MemberRecord[]>();
  ownerCount = 0;

  get size(): number {
    return this.#byId.size;
  }

  all(): MemberRecord[] {
    return [...this.#byId.values()];
  }

  byId(id: string): MemberRecord | undefined {
    return this.#byId.get(id);
  }

  byUser(userId: string): MemberRecord | undefined {
    return this.#byUser.get(userId);
  }

  inOrder(order: MemberOrder): readonly MemberRecord[] {
    const sorted = this.#sorted.get(order) ?? this.all().toSorted(order);
    this.#sorted.set(order, sorted);
    return sorted;
  }

  add(member: MemberRecord): void {
    if (this.#byUser.has(member.user.id)) throw new Error(`${member.user.id} would be a member twice`);
    this.#byId.set(member.id, member);
    this.#byUser.set(member.user.id, member);
    if (member.role === 'owner') this.ownerCount += 1;
    this.#sorted.clear();
  }

  remove(member: MemberRecord): void {
    if (!this.#byId.delete(member.id)) return;
    this.#byUser.delete(member.user.id);
    if (member.role === 'owner') this.ownerCount -= 1;
    this.#sorted.clear();
  }

  setRole(member: MemberRecord, role: Role): void {
    if (member.role === 'owner') this.ownerCount -= 1;
    if (role === 'owner') this.ownerCount += 1;
    member.role = role;
    this.#sorted.clear();
  }
}
