/** One kind of the host's entities. */
export interface WorldEntityKind {
  kind: string;
  /** Whether an entity can stand in several workspaces, through a join table. @default false */
  isJoined?: boolean;
  /** Whether the host keeps who sees an entity. @default true */
  canBePublic?: boolean;
  /** The kind that this one follows: its entities have no workspace and no sharing of their own. @default none */
  parent?: string;
}

/** One entity of the host, as its tables hold it. */
export interface WorldEntity {
  kind: string;
  id: string;
  /** @default null */
  title?: string | null;
  /** One at most, unless its kind is joined; none for a kind with a parent. @default [] */
  workspaceIds?: readonly string[];
  /** Of a kind with a parent. @default null */
  parentId?: string | null;
  /** The user who made it. @default null */
  creatorId?: string | null;
  /** Whatever the host has there, also what nobody knows. @default 'private' */
  sharing?: string;
  /** ISO 8601. @default the world's `now` */
  createdAt?: string;
  /** ISO 8601. @default the world's `now` */
  updatedAt?: string;
  /** @default null */
  icon?: string | null;
  /** @default null */
  url?: string | null;
}

/** What stands in for the host's own code. */
export interface HarnessEntities {
  /** Writes an entity into the host's tables, new or anew, by whatever path the host takes. */
  put(entity: WorldEntity): Promise<void>;
  remove(kind: string, id: string): Promise<void>;
}
