import { normaliseEmail, toSearchKey } from '../../contract/index.js';
import type { ActivityAction, ActivityEntry } from '../../contract/index.js';
import type { World, WorldUser } from '../../testing/world.js';
import type { Shop } from './billing/account.js';
import { Quotes } from './billing/quotes.js';
import { shopOf } from './billing/seed.js';
import { EntityBook } from './entities/book.js';
import { EventHub } from './events.js';
import type { WorkspaceEvent } from './events.js';
import { IdempotencyKeys } from './idempotency.js';
import { InvitationMails } from './mails.js';
import type { InvitationRecord, UserRecord, WorkspaceRecord } from './records.js';
import { toPerson } from './wire.js';

/** What one action tells beside its id, time and actor. */
export type ActivityDetails<A extends ActivityAction> = Omit<
  Extract<ActivityEntry, { action: A }>,
  'id' | 'at' | 'actor' | 'action'
>;

function toUserRecord(user: WorldUser): UserRecord {
  const email = normaliseEmail(user.email);
  const name = user.name || email;
  return {
    id: user.id,
    email,
    emailVerified: user.emailVerified ?? true,
    name,
    imageUrl: user.imageUrl ?? null,
    sortKey: toSearchKey(name),
    searchKey: toSearchKey(`${name} ${email}`),
    seq: 0,
  };
}

/** Everything that a memory backend holds, and what every change of it must also do: tell, and record. */
export class Store {
  readonly users: ReadonlyMap<string, UserRecord>;
  readonly workspaces = new Map<string, WorkspaceRecord>();
  /** Of all workspaces, by id. */
  readonly invitations = new Map<string, InvitationRecord>();
  /** Which invitation a token was made for, and at which generation. */
  readonly tokens = new Map<string, { invitation: InvitationRecord; generation: number }>();
  /** Null where billing is off. */
  readonly shop: Shop | null;
  /** What the host's tables hold. */
  readonly entities: EntityBook;
  readonly hub = new EventHub();
  readonly idempotency = new IdempotencyKeys();
  readonly mails: InvitationMails;
  readonly invitationUrl: string;
  readonly #clock: () => number;
  readonly quotes = new Quotes();
  #advanced = 0;
  /** While something happens that is told of later than it was. */
  #moment: number | null = null;
  #lastId = 0;

  constructor(world: World, clock: () => number, invitationUrl: string) {
    this.#clock = clock;
    this.invitationUrl = invitationUrl;
    this.users = new Map(world.users.map((user) => [user.id, toUserRecord(user)]));
    this.shop = shopOf(world);
    this.entities = new EntityBook(world, () => this.timestamp());
    this.mails = new InvitationMails(world.limits);
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#moment ?? this.#clock() + this.#advanced;
  }

  /** The time as the wire has it, `after` so many milliseconds from now. */
  timestamp(after = 0): string {
    return new Date(this.now() + after).toISOString();
  }

  /** Lets something happen at a moment that has passed. */
  at(moment: number, happen: () => void): void {
    this.#moment = moment;
    try {
      happen();
    } finally {
      this.#moment = null;
    }
  }

  advance(ms: number): void {
    this.#advanced += ms;
  }

  /** A new id. Ids sort in the order in which they were made. */
  nextId(prefix: string): string {
    this.#lastId += 1;
    return `${prefix}_${this.#lastId.toString(36).padStart(8, '0')}`;
  }

  /** People who proved that they own this address; only they know of invitations for it. */
  usersWithAddress(email: string): UserRecord[] {
    return [...this.users.values()].filter((user) => user.emailVerified && user.email === email);
  }

  /** Numbers an event of a workspace and hands it to those who listen and may. */
  emit(workspace: WorkspaceRecord, event: WorkspaceEvent): void {
    workspace.seq += 1;
    this.hub.toWorkspace(workspace, { ...event, seq: workspace.seq, workspaceId: workspace.id });
  }

  /** Tells a person that one of their memberships changed. */
  emitMembership(user: UserRecord, workspace: WorkspaceRecord, change: 'added' | 'updated' | 'removed'): void {
    user.seq += 1;
    this.hub.toUser(user, { topic: 'viewer', seq: user.seq, type: 'membership', change, workspaceId: workspace.id });
  }

  /** Tells both sides of an invitation that it changed. */
  emitInvitation(invitation: InvitationRecord): void {
    this.emit(invitation.workspace, { topic: 'invitations', type: 'changed', invitationId: invitation.id });
    for (const user of this.usersWithAddress(invitation.email)) {
      user.seq += 1;
      this.hub.toUser(user, { topic: 'viewer', seq: user.seq, type: 'invitation', invitationId: invitation.id });
    }
  }

  /** Writes down what happened, for people to read. Nobody is the actor of what happens by itself. */
  record<A extends ActivityAction>(
    workspace: WorkspaceRecord,
    actor: UserRecord | null,
    action: A,
    details: ActivityDetails<A>,
  ): void {
    const entry = { id: this.nextId('act'), at: this.timestamp(), actor: actor && toPerson(actor), action, ...details };
    workspace.activity.push(entry as unknown as ActivityEntry);
    this.emit(workspace, { topic: 'activity', type: 'added', activityId: entry.id });
  }
}
