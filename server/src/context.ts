import { GuildhallError } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { createBillingContext } from './billing/context.js';
import type { BillingContext } from './billing/context.js';
import { createCursors } from './db/cursors.js';
import type { Cursors } from './db/cursors.js';
import { createInUnit } from './db/unit.js';
import type { InUnit } from './db/unit.js';
import { createRegistry } from './entities/registry.js';
import type { Registry } from './entities/registry.js';
import { toKinds } from './entities/toKinds.js';
import { createTokens } from './invitations/tokens.js';
import type { Tokens } from './invitations/tokens.js';
import type { Identity, OperationHandler } from './operations.js';
import type { ServiceDeps } from './services.js';
import { createHostWorkspaces } from './workspaces/host/hostWorkspaces.js';
import type { HostWorkspaces } from './workspaces/host/hostWorkspaces.js';

/** What every service works with. */
export interface Context extends Omit<ServiceDeps, 'billing' | 'workspaces' | 'entities'> {
  /** Null where the host has not set it up. */
  readonly billing: BillingContext | null;
  /** Null where workspaces are Guildhall's alone. */
  readonly hostWorkspaces: HostWorkspaces | null;
  /** What the host has registered. */
  readonly registry: Registry;
  readonly inUnit: InUnit;
  readonly cursors: Cursors;
  readonly tokens: Tokens;
}

/** Makes a {@link Context}. */
export function createContext(deps: ServiceDeps): Context {
  const { database, clock, onCommit, secret, billing, workspaces, onError = () => undefined } = deps;
  const hostWorkspaces = workspaces ? createHostWorkspaces(workspaces) : null;
  const inUnit = createInUnit(database, clock, onCommit, hostWorkspaces?.follow);
  return {
    ...deps,
    hostWorkspaces,
    registry: createRegistry(database, toKinds(deps.entities ?? {}), onError),
    inUnit,
    billing: billing ? createBillingContext({ ...billing, database, inUnit, clock, onError }) : null,
    cursors: createCursors(secret),
    tokens: createTokens(secret),
  };
}

/** One operation's handler, for its context. */
export type Service<N extends OperationName> = (context: Context) => OperationHandler<N>;

/** Whoever asks. @throws GuildhallError `unauthenticated`, where nobody does */
export function signedIn(actor: Identity | null): Identity {
  if (actor) return actor;
  throw new GuildhallError('unauthenticated', { message: 'Nobody is signed in.' });
}

/** The error of whatever somebody must not know more about than that it is not there. */
export function notFound(what: 'workspace' | 'member' | 'invitation' | 'entity'): GuildhallError<'not_found'> {
  return new GuildhallError('not_found', { message: `There is no such ${what}, or it is not open to this person.` });
}
