import type * as z from 'zod/mini';
import type { Permission } from '../permissions.js';

/**
 * Who may ask for an operation:
 *
 * - `public`: anybody; what it answers may depend on who asks.
 * - `signed_in`: whoever has a session.
 * - `addressee`: signed in with the verified address that the invitation names. Others: `not_found`.
 * - `member`: a member of the workspace. Others: `not_found`, so that ids leak nothing.
 * - a permission: a member who has it. Other members: `forbidden`; others: `not_found`.
 */
export type Access = 'public' | 'signed_in' | 'addressee' | 'member' | Permission;

/** One row of the routes table. */
export interface Route<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the mount point; `:name` stands for the input's field of that name. */
  readonly path: string;
  readonly access: Access;
  /** One line for the OpenAPI document. */
  readonly summary: string;
  /** Path, query and body as one object. GET and DELETE send theirs as path and query. */
  readonly input: I;
  readonly output: O;
}

/** Keeps the types of one row of the table. */
export function route<I extends z.ZodMiniType, O extends z.ZodMiniType>(row: Route<I, O>): Route<I, O> {
  return row;
}
