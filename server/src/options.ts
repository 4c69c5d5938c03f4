import type { Request } from 'express';
import type { Transporter } from 'nodemailer';
import type { BillingOptions } from './billing/options.js';
import type { Database } from './db/database.js';
import type { EntitiesOptions } from './entities/toKinds.js';
import type { Identity } from './operations.js';
import type { HostWorkspacesOptions } from './workspaces/host/options.js';

/** Where the data lives. */
export type DatabaseOptions =
  /** A PostgreSQL server, 14 or newer. `poolSize` defaults to 10. */
  | { kind: 'postgres'; url: string; poolSize?: number | undefined }
  /** The embedded database in a directory, held by one process. */
  | { kind: 'pglite'; directory: string }
  /** The embedded database in memory, gone at exit. `template` is a dump to start from, for tests. */
  | { kind: 'memory'; template?: Blob | undefined };

/** How mail leaves. `outbox` keeps it, for development: a page shows it, nothing is sent. */
export type MailTransport =
  | { kind: 'outbox' }
  | { kind: 'smtp'; url: string }
  | { kind: 'custom'; transporter: Transporter };

export interface EmailOptions {
  /** The sender: an address, or `Name <address>`. */
  from: string;
  transport: MailTransport;
}

/** Where pictures are kept. Keys are made by Guildhall: random, URL-safe, never reused. */
export interface ImageStorage {
  put(key: string, image: { contentType: string; data: Uint8Array }): Promise<void>;
  get(key: string): Promise<{ contentType: string; data: Uint8Array } | null>;
  delete(key: string): Promise<void>;
}

export interface LimitOptions {
  /** Members of a new workspace at most. @default null: no limit */
  members?: number | null | undefined;
  /** Invitation mails that one person causes in an hour. @default 100 */
  invitationsPerSenderPerHour?: number | undefined;
  /** Invitation mails that one workspace causes in a day. @default 500 */
  invitationsPerWorkspacePerDay?: number | undefined;
  /** Live streams that one person holds in one process; the oldest makes room, and comes back later. @default 20 */
  streamsPerUser?: number | undefined;
}

/** Whose home workspace is to be named. */
export interface HomeOwner {
  readonly name: string;
  readonly email: string;
  /** BCP 47, where sign-in told it. */
  readonly locale?: string | undefined;
}

/** What a host tells `createGuildhall`. */
export interface GuildhallOptions {
  /** Opened here and closed by `close`; or one that the host opened with `openDatabase`, for its own tables too, and closes itself. */
  database: DatabaseOptions | Database;
  /** Who sends this request, or null for nobody. Guildhall never owns sign-in. */
  authenticate(request: Request): Identity | null | Promise<Identity | null>;
  /** Signs invitation links; 32 characters or more, the same in every process, secret. */
  secret: string;
  /** The origin that people see, such as `https://parley.example`. Mails link there. */
  publicUrl: string;
  /** Where the host mounts the router. @default '/api/guildhall' */
  basePath?: string | undefined;
  /** Where the host shows `AcceptInvitation`; links go there with `#token=…`. @default '/invitation' */
  invitationPath?: string | undefined;
  /** What the product is called, in mails. */
  appName: string;
  /** Absent: inviting answers `unavailable` with `mail_not_configured`. */
  email?: EmailOptions | undefined;
  limits?: LimitOptions | undefined;
  /** What is sold, and how it is paid. Absent: billing answers `unavailable` with `billing_not_configured`. */
  billing?: BillingOptions | undefined;
  /** The workspaces that the host had before, and goes on having in a table of its own. @default Guildhall's alone */
  workspaces?: HostWorkspacesOptions | undefined;
  /** What workspaces hold, in the host's own tables: each kind by name, in the order in which they are shown. @default nothing */
  entities?: EntitiesOptions | undefined;
  /** What somebody's home workspace is called at first, in their language. @default `${name}’s workspace` */
  homeName?: ((person: HomeOwner) => string) | undefined;
  /** @default the database */
  storage?: ImageStorage | undefined;
  /** Origins besides `publicUrl` whose pages may write. @default [] */
  allowedOrigins?: readonly string[] | undefined;
  /** The time. Tests turn it. @default () => new Date() */
  clock?: (() => Date) | undefined;
  /** Told of every error that is not the client's. @default console.error of the error, without the request's body */
  onError?: ((error: unknown) => void) | undefined;
}
