import type { ActivityAction, ActivityEntry, GuildhallEvent, Person } from 'guildhall/contract';

/** What one action tells beside its id, time and actor. */
export type ActivityDetails<A extends ActivityAction> = Omit<
  Extract<ActivityEntry, { action: A }>,
  'id' | 'at' | 'actor' | 'action'
>;

type Told<E> = E extends GuildhallEvent ? Omit<E, 'seq' | 'topic' | 'workspaceId'> : never;

/** What became of an entity of the host's in a workspace, or of much of one kind, as the event tells it. */
export type EntityChange = Told<Extract<GuildhallEvent, { topic: 'entities' }>>;

/** Something to tell in a workspace's log or a person's, before it is numbered. */
export type Change =
  | { readonly of: 'workspace'; readonly workspaceId: string; readonly type: 'updated' | 'deleted' }
  | {
      readonly of: 'member';
      readonly workspaceId: string;
      readonly type: 'added' | 'updated' | 'removed';
      readonly memberId: string;
    }
  | {
      readonly of: 'membership';
      readonly userId: string;
      readonly workspaceId: string;
      readonly change: 'added' | 'updated' | 'removed';
    }
  /** Told in the workspace, and to those whose verified address it is for; to nobody else where that is null. */
  | {
      readonly of: 'invitation';
      readonly workspaceId: string;
      readonly invitationId: string;
      readonly email: string | null;
    }
  /** What is paid for, with what, or what is owed. */
  | { readonly of: 'billing'; readonly workspaceId: string }
  | { readonly of: 'entities'; readonly workspaceId: string; readonly change: EntityChange }
  | {
      readonly of: 'activity';
      readonly workspaceId: string;
      readonly actor: Person | null;
      readonly action: ActivityAction;
      readonly details: Record<string, unknown>;
    };

/** What a transaction will tell when all of it is done, in the order of its doing. */
export class Changes {
  #list: Change[] = [];

  add(change: Change): void {
    this.#list.push(change);
  }

  /** Writes down what happened, for people to read. */
  record<A extends ActivityAction>(
    workspaceId: string,
    actor: Person | null,
    action: A,
    details: ActivityDetails<A>,
  ): void {
    this.add({ of: 'activity', workspaceId, actor, action, details });
  }

  /** Hands out what has come together, and forgets it. */
  take(): readonly Change[] {
    const list = this.#list;
    this.#list = [];
    return list;
  }
}
