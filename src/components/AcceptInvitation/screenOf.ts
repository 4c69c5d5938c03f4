import { isGuildhallError } from '../../contract/index.js';
import type { InvitationPreview } from '../../contract/index.js';

type Addressed = Extract<InvitationPreview, { audience: 'addressee' }>;

/** A workspace that the viewer is in. */
export interface JoinedWorkspace {
  readonly id: string;
  readonly name: string;
}

/**
 * What the page shows.
 *
 * - `pending`: to be answered; `problem` is what went wrong when that was tried.
 * - `signed_out`, `stranger`, `unverified`: somebody looks who cannot answer, or not yet.
 * - `member`: in the workspace already, or just joined.
 * - `settled`: an answered or ended invitation, which only the invited person learns of.
 * - `dead`: a link that leads to nothing, whatever the reason.
 */
export type Screen =
  | { readonly kind: 'loading' | 'dead' }
  | { readonly kind: 'failed'; readonly problem: unknown }
  | { readonly kind: 'pending'; readonly preview: Addressed; readonly problem: unknown }
  | { readonly kind: 'full'; readonly preview: Addressed; readonly max: number }
  | { readonly kind: 'settled'; readonly preview: Addressed; readonly state: Exclude<Addressed['state'], 'pending'> }
  | { readonly kind: 'signed_out'; readonly preview: InvitationPreview }
  | { readonly kind: 'stranger'; readonly preview: InvitationPreview }
  | { readonly kind: 'unverified'; readonly preview: InvitationPreview }
  | { readonly kind: 'member'; readonly workspace: JoinedWorkspace; readonly hasJustJoined: boolean };

/** What is known. */
export interface ScreenFacts {
  /** Null where there is none; undefined while nobody has looked. */
  token: string | null | undefined;
  preview: InvitationPreview | undefined;
  /** Why there is no preview. */
  previewError: unknown;
  /** The workspace, once the viewer has joined it here. */
  joined: JoinedWorkspace | undefined;
  /** Why answering failed. */
  answerError: unknown;
}

function screenOfAddressee(preview: Addressed, answerError: unknown): Screen {
  const { state, workspaceId, workspace } = preview;
  if (workspaceId !== null) {
    return { kind: 'member', workspace: { id: workspaceId, name: workspace.name }, hasJustJoined: false };
  }
  if (state !== 'pending') return { kind: 'settled', preview, state };
  if (isGuildhallError(answerError, 'limit_exceeded'))
    return { kind: 'full', preview, max: answerError.details?.max ?? 0 };
  return { kind: 'pending', preview, problem: answerError };
}

/** What the page shows, from what is known. */
export function screenOf({ token, preview, previewError, joined, answerError }: ScreenFacts): Screen {
  if (joined) return { kind: 'member', workspace: joined, hasJustJoined: true };
  if (token === undefined) return { kind: 'loading' };
  if (token === null) return { kind: 'dead' };
  // A token that is not even well-formed leads nowhere either.
  if (isGuildhallError(previewError, 'not_found') || isGuildhallError(previewError, 'validation'))
    return { kind: 'dead' };
  if (preview?.audience === 'addressee') return screenOfAddressee(preview, answerError);
  if (preview) return { kind: preview.audience, preview };
  return previewError === null ? { kind: 'loading' } : { kind: 'failed', problem: previewError };
}
