import type { Invitation, Member, MemberSort, Role, Workspace } from '../../contract/index.js';

/** A list as far as it has been loaded. */
export interface ListState<T> {
  readonly items: readonly T[];
  /** How many there are in all, or null where the adapter does not count. */
  readonly total: number | null;
  readonly status: 'loading' | 'failed' | 'ready';
  /** What went wrong, at first (`failed`) or since (`ready`: the items are what was last loaded). */
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** The items are there, but the next ones did not come. */
  readonly moreFailed: boolean;
  /** Whether the items answer what is asked for now, and not what was asked before. */
  readonly isCurrent: boolean;
  /** A try is under way. */
  readonly isFetching: boolean;
  loadMore(): void;
  retry(): void;
}

/** What the toolbar asks for. */
export interface Filters {
  readonly search: string;
  readonly role: Role | 'all';
  readonly sort: MemberSort;
}

/** What a row says about the last thing that was done to it, instead of its second line. */
export interface Feedback {
  readonly id: string;
  readonly tone: 'error' | 'success';
  readonly sentence: string;
}

/** What is asked before it is done. */
export type Question =
  | { readonly kind: 'remove'; readonly members: readonly Member[] }
  | { readonly kind: 'revoke'; readonly invitations: readonly Invitation[] }
  | { readonly kind: 'transfer'; readonly member: Member }
  | { readonly kind: 'leave' };

/** What can be done here. What is absent is hidden: the adapter cannot, or the viewer may not. */
export interface MembersActions {
  readonly changeRole: ((members: readonly Member[], role: Role) => void) | undefined;
  readonly setBillingContact: ((member: Member, billingContact: boolean) => void) | undefined;
  readonly changeInvitationRole: ((invitation: Invitation, role: Role) => void) | undefined;
  readonly resend: ((invitations: readonly Invitation[]) => void) | undefined;
  readonly copyLink: ((invitation: Invitation) => void) | undefined;
  readonly copyEmail: (member: Member) => void;
  /** Which questions can be asked at all. */
  readonly offers: Readonly<Record<Question['kind'], boolean>>;
  /** Does what was asked. Rejects with why not, and nothing has changed then. */
  readonly confirm: (question: Question) => Promise<void>;
  /** Opens the invitation, with what has been typed already. */
  readonly invite: ((addresses: string) => void) | undefined;
}

export interface MembersTableViewProps {
  /** Undefined while it is not known. */
  workspace: Workspace | undefined;
  members: ListState<Member>;
  /** Null where they are not shown at all. */
  invitations: ListState<Invitation> | null;
  filters: Filters;
  onFilter: (change: Partial<Filters>) => void;
  /** The orders that the list knows. */
  sorts: readonly MemberSort[];
  canSearch: boolean;
  actions: MembersActions;
  feedback: Feedback | null;
  isOffline: boolean;
  /** What was last done, for assistive technology. */
  announcement: string;
}
