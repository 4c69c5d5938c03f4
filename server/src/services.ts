import type { Database } from './db/database.js';
import type { LimitOptions } from './options.js';

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
  /** Whether invitations can be sent at all. */
  readonly mailConfigured: boolean;
  readonly limits?: LimitOptions | undefined;
  /** What the home of somebody is called at first. @default `${name}’s workspace` */
  homeName?: ((person: { name: string; email: string; locale?: string | undefined }) => string) | undefined;
  /** Told after each commit which event logs grew: `w:<workspace id>`, `u:<user id>`. */
  onCommit(streams: readonly string[]): void;
}
