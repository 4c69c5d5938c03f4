import type { TableName } from '../../db/names.js';

/** A workspace, as the host's own table or code is told of it. */
export interface HostWorkspace {
  readonly id: string;
  readonly name: string;
  /** The person who made it, or the owner who has been in it longest. */
  readonly ownerId: string;
  /** Whether it is the one that everybody has for themselves. */
  readonly isHome: boolean;
}

/** Asks the database inside of Guildhall's transaction: what is written here is there with it, or not at all. */
export type HostQuery = <Row = Record<string, unknown>>(
  text: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>;

/** Where a host's table of workspaces has what. */
export interface HostWorkspaceColumns {
  /** @default 'id' */
  id?: string | undefined;
  /** The one owner that the host knows. @default 'user_id' */
  owner?: string | undefined;
  /** @default 'name' */
  name?: string | undefined;
  /** Whether it is its owner's home. @default 'is_home', where there is one */
  isHome?: string | null | undefined;
  /** @default 'created_at', where there is one */
  createdAt?: string | null | undefined;
  /** Set when it is deleted; rows where it is set are not adopted. @default null: the row is deleted */
  deletedAt?: string | null | undefined;
}

/**
 * The workspaces that the host had before Guildhall came, and goes on having. Rows of its table are adopted, with their
 * ids; what is made, renamed, handed over or deleted here is written there in the same transaction. Or through
 * callbacks, with a table or without: one that throws undoes the whole change.
 *
 * @example { table: 'workspaces' }
 * @example { onCreate: ({ id, name }, query) => query('insert into teams (id, title) values ($1, $2)', [id, name]) }
 */
export interface HostWorkspacesOptions {
  /** @default none */
  table?: TableName | undefined;
  columns?: HostWorkspaceColumns | undefined;
  /** What a new row needs beside these columns, by column. @default nothing */
  values?: ((workspace: HostWorkspace) => Readonly<Record<string, unknown>>) | undefined;
  /** A new workspace's id. @default what the type of the table's id asks for; else as all ids of Guildhall */
  newId?: (() => string) | undefined;
  onCreate?: ((workspace: HostWorkspace, query: HostQuery) => Promise<unknown>) | undefined;
  /** Its name, or who owns it, is another now. */
  onUpdate?: ((workspace: HostWorkspace, query: HostQuery) => Promise<unknown>) | undefined;
  onDelete?: ((workspace: { readonly id: string }, query: HostQuery) => Promise<unknown>) | undefined;
}
