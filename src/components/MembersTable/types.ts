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
import type { RefusedChanges, RoleChanges } from '../../hooks/memberMutations.js';
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

/** What is asked before it is done. */
export type Question =
  | { readonly kind: 'remove'; readonly members: readonly Member[] }
  | { readonly kind: 'role'; readonly members: readonly Member[]; readonly role: Role }
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
  readonly remove: Run<'members.remove'>;
  readonly leave: Run<'members.leave'>;
  readonly transferOwnership: Run<'members.transferOwnership'>;
  readonly updateInvitation: Run<'invitations.update'>;
  readonly resend: Run<'invitations.resend'>;
  readonly revoke: Run<'invitations.revoke'>;
  readonly link: Run<'invitations.link'>;
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
