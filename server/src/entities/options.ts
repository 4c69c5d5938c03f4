import type { TableName } from '../db/names.js';

/** Where a kind's columns are, where they are not called as usual. Null: the host has no such column. */
export interface EntityColumns {
  /** @default 'id' */
  id?: string | undefined;
  /** Of a direct table. @default 'workspace_id' */
  workspace?: string | undefined;
  /** @default 'sharing', or none for a kind with a parent */
  sharing?: string | null | undefined;
  /** The user who made it. @default 'user_id' */
  creator?: string | null | undefined;
  /** @default 'name' */
  title?: string | null | undefined;
  /** @default 'created_at', where there is one */
  createdAt?: string | null | undefined;
  /** What a list is sorted by, latest first; never null in a row. @default 'updated_at' */
  updatedAt?: string | undefined;
  /** @default none */
  icon?: string | null | undefined;
  /** @default none */
  url?: string | null | undefined;
}

/** A join table: which workspaces an entity is in, or which children a parent has. */
export interface JoinTable {
  readonly table: TableName;
  /** The column with the id of the entity. @default `<kind>_id` */
  readonly entity?: string | undefined;
  /** The column with the id of the workspace, or of the parent. @default 'workspace_id', or `<parent>_id` */
  readonly other?: string | undefined;
}

/**
 * One kind of the host's entities, and where it stands.
 *
 * @example { table: 'chats' }
 * @example { table: 'assistants', via: 'assistant_workspaces' }
 * @example { table: 'messages', parent: 'chat', columns: { title: null, sharing: null } }
 */
export interface EntityOptions {
  readonly table: TableName;
  /**
   * The join table through which it is in workspaces; with `parent`, the one through which it is its parent's.
   * @default none: the table itself has the column
   */
  readonly via?: string | JoinTable | undefined;
  /** The kind that it follows: who sees the parent sees it. @default none */
  readonly parent?: string | undefined;
  /** The column with the parent's id, where no join table has it. @default `<parent>_id` */
  readonly parentColumn?: string | undefined;
  readonly columns?: EntityColumns | undefined;
  /** Where the host shows one, made from its id. Goes before the column. @default none */
  readonly url?: ((id: string) => string) | undefined;
}
