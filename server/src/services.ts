import type { Permission } from 'guildhall/contract';
import { listActivity } from './activity/list.js';
import { chargeWorkspace } from './billing/changes/charge.js';
import type { Charge } from './billing/changes/charge.js';
import { readEntitlements } from './billing/changes/entitlements.js';
import type { Entitlements } from './billing/changes/entitlements.js';
import type { BillingSetup } from './billing/context.js';
import { billingHandlers } from './billing/handlers.js';
import { createBillingWork } from './billing/work.js';
import type { BillingWork } from './billing/work.js';
import { createContext } from './context.js';
import type { Context } from './context.js';
import type { Database } from './db/database.js';
import { createIdempotency } from './db/idempotency.js';
import { createEntitiesApi } from './entities/api.js';
import type { EntitiesApi } from './entities/api.js';
import { entityHandlers } from './entities/handlers.js';
import type { Registry } from './entities/registry.js';
import type { EntitiesOptions } from './entities/toKinds.js';
import { acceptInvitation, declineInvitation } from './invitations/answer.js';
import { createInvitations } from './invitations/create.js';
import { listInvitations, listMyInvitations } from './invitations/list.js';
import { linkOfInvitation, revokeInvitation, updateInvitation } from './invitations/manage.js';
import { previewInvitation } from './invitations/preview.js';
import { resendInvitation } from './invitations/send.js';
import type { Tokens } from './invitations/tokens.js';
import { transferOwnership, updateMember } from './members/change.js';
import { listMembers } from './members/list.js';
import { leaveWorkspace, removeMembers } from './members/remove.js';
import type { Identity, Operations } from './operations.js';
import type { HomeOwner, LimitOptions } from './options.js';
import { authorize } from './users/authorize.js';
import { deleteUser } from './users/delete.js';
import type { DeleteUserOptions } from './users/delete.js';
import { upsertUser } from './users/upsert.js';
import { adoptAll, adoptFor } from './workspaces/host/adoptAll.js';
import type { AdoptAllOptions } from './workspaces/host/adoptAll.js';
import { checkHostWorkspaces, deleteHostWorkspace } from './workspaces/host/api.js';
import type { Adoption } from './workspaces/host/adopt.js';
import type { HostWorkspacesOptions } from './workspaces/host/options.js';
import { purgeWorkspaces } from './workspaces/end.js';
import { listWorkspaces } from './workspaces/list.js';
import {
  createWorkspace,
  deleteWorkspace,
  getWorkspace,
  removeImage,
  removeWorkspaceImage,
  setWorkspaceImage,
  updateWorkspace,
} from './workspaces/service.js';

/** Where the pictures of workspaces go: cropped, encoded anew, kept. */
export interface WorkspaceImages {
  /** @returns the key to find it by. @throws GuildhallError `validation`, where it is no picture */
  store(image: { contentType: string; data: Uint8Array }): Promise<string>;
  remove(key: string): Promise<void>;
}

/** What the services need from the rest of the server. */
export interface ServiceDeps {
  readonly database: Database;
  clock(): Date;
  /** Signs invitation links. */
  readonly secret: string;
  /** Where the link with this token leads. */
  invitationUrl(token: string): string;
  /** Where a browser finds the picture with this key. */
  imageUrl(key: string): string;
  readonly images: WorkspaceImages;
  /** What is sold, and how it is paid. @default billing is off */
  readonly billing?: BillingSetup | undefined;
  /** The workspaces that the host has by itself. @default it has none */
  readonly workspaces?: HostWorkspacesOptions | undefined;
  /** What workspaces hold, in the host's own tables. @default nothing */
  readonly entities?: EntitiesOptions | undefined;
  /** Whether invitations can be sent at all. */
  readonly mailConfigured: boolean;
  readonly limits?: LimitOptions | undefined;
  /** What the home of somebody is called at first. @default `${name}’s workspace` */
  homeName?: ((person: HomeOwner) => string) | undefined;
  /** Told after each commit which event logs grew: `w:<workspace id>`, `u:<user id>`. */
  onCommit(streams: readonly string[]): void;
  /** Told of what went wrong after all was done: it changes no answer. @default nothing is told */
  onError?: ((error: unknown) => void) | undefined;
}

/** What the host's own code may ask, beside the routes. */
export interface HostApi {
  /**
   * Whether somebody may do something in a workspace; without a permission, whether they are in it, and so may see what
   * is in it. False for those outside, and for unknown ids.
   */
  authorize(userId: string, workspaceId: string, permission?: Permission): Promise<boolean>;
  users: {
    /** Writes down what sign-in tells of somebody. The first time makes their home workspace. */
    upsert(identity: Identity): Promise<void>;
    /**
     * Forgets a person, and deletes the workspaces in which nobody else is. Unknown ids do nothing.
     *
     * @throws GuildhallError `conflict` with `sole_owner_of_shared_workspaces` and `workspaceIds`, while somebody else
     *   is in a workspace that they alone own and no successor is named for it
     */
    delete(userId: string, options?: DeleteUserOptions): Promise<void>;
  };
  workspaces: {
    /**
     * Takes on what somebody owns in the host's table of workspaces and Guildhall does not have yet: call it where the
     * host's own code made a workspace. Done by itself when a person signs in first. Unknown people own nothing here yet.
     */
    adopt(ownerId: string): Promise<readonly Adoption[]>;
    /**
     * Takes on all of the host's table, row by row as it goes; also `guildhall adopt-workspaces`.
     *
     * @throws Error where the host has named no table
     */
    adoptAll(options?: AdoptAllOptions): AsyncIterable<Adoption>;
    /** Deletes a workspace, whoever is in it: call it where the host's own code does. Unknown ids do nothing. */
    delete(workspaceId: string): Promise<void>;
  };
  entities: EntitiesApi;
  billing: {
    /**
     * Charges a workspace for what it used: a line on its next bill, whatever plan it pays for. Nothing is collected
     * before. Asking again with the same key within a day charges nothing more.
     *
     * @throws GuildhallError `conflict` with `no_subscription` for a workspace that pays for nothing and so has no next
     *   bill; `validation`; `not_found`; `unavailable` with `stripe` (ask again with the same key) or
     *   `billing_not_configured`
     * @example
     * await guildhall.billing.charge('ws_1', { amount: 1250, description: '3,000 more messages', idempotencyKey: 'usage-2027-01' })
     */
    charge(workspaceId: string, charge: Charge): Promise<void>;
    /**
     * What a workspace may have, by what it pays. One statement; nothing is asked of Stripe.
     *
     * @throws GuildhallError `not_found`
     */
    entitlements(workspaceId: string): Promise<Entitlements>;
  };
}

/** Everything that the server does, without HTTP. */
export interface Services {
  readonly operations: Operations;
  readonly host: HostApi;
  /** Does a write once for its idempotency key. */
  readonly runOnce: ReturnType<typeof createIdempotency>['runOnce'];
  readonly tokens: Tokens;
  readonly billing: BillingWork;
  readonly registry: Registry;
  /** Compares what the host says of its tables with the database. @throws Error that names the table or the column, and the fix */
  check(): Promise<void>;
  /** Deletes what is kept for a time only: deleted workspaces after 30 days, idempotency keys after 24 hours. */
  purge(): Promise<void>;
}

/** Makes the services. Each operation asks who may do what by itself; it trusts its `actor`, and its input to be parsed. */
export function createServices(deps: ServiceDeps): Services {
  const context = createContext(deps);
  const { database, clock, tokens } = context;
  const idempotency = createIdempotency(database, clock);
  const billing = createBillingWork(context);
  return {
    operations: createOperations(context),
    host: {
      authorize: (userId, workspaceId, permission) => authorize(database, userId, workspaceId, permission),
      users: {
        upsert: (identity) => upsertUser(context, identity),
        delete: (userId, options) => deleteUser(context, userId, options),
      },
      workspaces: {
        adopt: (ownerId) => adoptFor(context, ownerId),
        adoptAll: (options) => adoptAll(context, options),
        delete: (workspaceId) => deleteHostWorkspace(context, workspaceId),
      },
      entities: createEntitiesApi(context),
      billing: {
        charge: (workspaceId, charge) => chargeWorkspace(context, workspaceId, charge),
        entitlements: (workspaceId) => readEntitlements(context, workspaceId),
      },
    },
    runOnce: idempotency.runOnce,
    tokens,
    billing,
    registry: context.registry,
    async check() {
      await checkHostWorkspaces(context);
      await context.registry.check();
    },
    async purge() {
      await idempotency.purge();
      await billing.purge();
      for (const key of await purgeWorkspaces(database, clock())) await removeImage(context, key);
    },
  };
}

function createOperations(context: Context): Operations {
  return {
    'workspaces.list': listWorkspaces(context),
    'workspaces.get': getWorkspace(context),
    'workspaces.create': createWorkspace(context),
    'workspaces.update': updateWorkspace(context),
    'workspaces.delete': deleteWorkspace(context),
    'workspaces.setImage': setWorkspaceImage(context),
    'workspaces.removeImage': removeWorkspaceImage(context),
    'members.list': listMembers(context),
    'members.update': updateMember(context),
    'members.remove': removeMembers(context),
    'members.leave': leaveWorkspace(context),
    'members.transferOwnership': transferOwnership(context),
    'invitations.list': listInvitations(context),
    'invitations.create': createInvitations(context),
    'invitations.update': updateInvitation(context),
    'invitations.resend': resendInvitation(context),
    'invitations.revoke': revokeInvitation(context),
    'invitations.link': linkOfInvitation(context),
    'invitations.mine': listMyInvitations(context),
    'invitations.accept': acceptInvitation(context),
    'invitations.decline': declineInvitation(context),
    'invitations.preview': previewInvitation(context),
    ...billingHandlers(context),
    ...entityHandlers(context),
    'activity.list': listActivity(context),
  };
}
