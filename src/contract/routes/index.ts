import type * as z from 'zod/mini';
import { activityRoutes } from './activity.js';
import { billingRoutes } from './billing.js';
import { entityRoutes } from './entities.js';
import { invitationRoutes } from './invitations.js';
import { memberRoutes } from './members.js';
import { workspaceRoutes } from './workspaces.js';

/**
 * Every operation there is: the HTTP adapter, the server's router, `openapi.json` and the tests of
 * who may do what are all made from this table.
 */
export const routes = {
  ...workspaceRoutes,
  ...memberRoutes,
  ...invitationRoutes,
  ...billingRoutes,
  ...entityRoutes,
  ...activityRoutes,
};

/** The name of an operation: `group.method`. */
export type OperationName = keyof typeof routes;
/** What an operation takes. */
export type InputOf<N extends OperationName> = z.input<(typeof routes)[N]['input']>;
/** What an operation's input becomes once parsed: trimmed, coerced. */
export type ParsedInputOf<N extends OperationName> = z.output<(typeof routes)[N]['input']>;
/** What an operation answers. */
export type OutputOf<N extends OperationName> = z.output<(typeof routes)[N]['output']>;
/** The names of all operations, in the order of the table. */
export const operationNames = Object.keys(routes) as OperationName[];
