import type { ReceivedInvitation, Workspace } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import type { workspaceSwitcherMessages } from './WorkspaceSwitcher.messages.js';

/** The words of the switcher, in the viewer's language. */
export type Words = Translate<(typeof workspaceSwitcherMessages)['messages']>;

/** An invitation that waits, and what has become of answering it. */
export interface WaitingInvitation {
  readonly invitation: ReceivedInvitation;
  readonly pending: 'accept' | 'decline' | null;
  /** Why the last answer was refused, in words. */
  readonly problem: string | null;
  /** It is gone, and stands here for its reason alone. */
  readonly isDead: boolean;
}

/** The invitations that wait for the viewer, as far as they are loaded. */
export interface WaitingList {
  readonly items: readonly WaitingInvitation[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  onMore(): void;
  /** Why they did not load, in words. */
  readonly problem: string | null;
  onRetry(): void;
  /** Answers it; true where that worked. */
  accept(invitation: ReceivedInvitation): Promise<boolean>;
  decline(invitation: ReceivedInvitation): Promise<boolean>;
}

/** The viewer's workspaces, as far as they are loaded. */
export interface WorkspaceList {
  /** Undefined while they are not known. */
  readonly items: readonly Workspace[] | undefined;
  /** What went wrong, in words, at first or since. */
  readonly problem: string | null;
  readonly isRetrying: boolean;
  onRetry(): void;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly moreFailed: boolean;
  onMore(): void;
  /** Whether the items answer what is typed now, and not what was typed before. */
  readonly isCurrent: boolean;
}

/** What the open switcher shows and offers. What is absent is hidden. */
export interface SwitcherPanelProps {
  t: Words;
  /** The workspace that is open, if one is. */
  currentId: string | undefined;
  waiting: WaitingList;
  workspaces: WorkspaceList;
  search: string;
  /** Absent where workspaces cannot be searched. */
  onSearch: ((search: string) => void) | undefined;
  onChoose: (workspace: Workspace) => void;
  onCreate: (() => void) | undefined;
  onManage: (() => void) | undefined;
  /** Whether ⌘1 or Ctrl 1 to 9 switch, so that they are shown. */
  shortcuts: boolean;
  /** What has just happened, for assistive technology. */
  announcement: string;
}
