import type {
  InputOf,
  Invitation,
  Member,
  MemberSort,
  OperationName,
  OutputOf,
  Role,
  Workspace,
} from '../../contract/index.js';
import type { RefusedChanges, Removals, RoleChanges } from '../../hooks/bulkMutations.js';
import type { ListState } from '../../hooks/useListState.js';

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

/** What has been done, and can be undone where it says so. */
export interface Undoable {
  readonly sentence: string;
  /** Rejects where it cannot be undone any more. */
  undo(): Promise<void>;
}

/** What reading a whole list takes. */
export interface Reading {
  readonly signal: AbortSignal;
  /** Told how many of how many, or of null where nobody counts. */
  onProgress(done: number, total: number | null): void;
}

/** What is asked before it is done. */
export type Question =
  | { readonly kind: 'remove'; readonly member: Member }
  /** `role`: the one that they are given; null where they are removed. */
  | { readonly kind: 'bulk'; readonly members: readonly Member[]; readonly role: Role | null }
  | { readonly kind: 'revoke'; readonly invitations: readonly Invitation[] }
  | { readonly kind: 'transfer'; readonly member: Member }
  | { readonly kind: 'leave' };

type Run<N extends OperationName> = ((input: InputOf<N>) => Promise<OutputOf<N>>) | undefined;

/** What can be done here. What is undefined is hidden: the adapter cannot, or the viewer may not. */
export interface MembersOperations {
  readonly updateRole: Run<'members.update'>;
  /** One after the other; who is refused is in the answer. */
  readonly updateRoles: ((changes: RoleChanges) => Promise<RefusedChanges>) | undefined;
  readonly updateBillingContact: Run<'members.update'>;
  /** Who is refused is in the answer. */
  readonly remove: ((removals: Removals) => Promise<RefusedChanges>) | undefined;
  readonly leave: Run<'members.leave'>;
  readonly transferOwnership: Run<'members.transferOwnership'>;
  readonly updateInvitation: Run<'invitations.update'>;
  readonly resend: Run<'invitations.resend'>;
  readonly revoke: Run<'invitations.revoke'>;
  readonly link: Run<'invitations.link'>;
  /** Reads all members that the filters ask for, not only those that are loaded. Absent: they can be neither selected nor exported. */
  readonly collect?: ((filters: Filters, reading: Reading) => Promise<readonly Member[]>) | undefined;
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
  operations: MembersOperations;
  /** Opens the invitation, with what has been typed already. Undefined: nobody can be invited here. */
  onInvite: ((addresses: string) => void) | undefined;
  /** Told when the viewer has left. */
  onLeft: (() => void) | undefined;
  isOffline: boolean;
}
