import {
  GuildhallError,
  ROLES,
  isVoidedByDemotion,
  refuse,
  refuseBillingContactChange,
  refuseLeaving,
  refuseRemoval,
  refuseRoleChange,
  refuseTransfer,
  toSearchKey,
  may,
} from '../../contract/index.js';
import type { MemberSort, MemberStanding, RemovalOutcome, Role } from '../../contract/index.js';
import { countSeats } from './billing/applying.js';
import { comparePositions, cutPage } from './pages.js';
import type { Position } from './pages.js';
import type { MemberOrder, MemberRecord } from './records.js';
import { findMember } from './session.js';
import type { Handler, Scope } from './session.js';
import { revokeSentBy } from './settling.js';
import type { Store } from './store.js';
import { toMember, toPerson } from './wire.js';

type Field = 'joinedAt' | 'name' | 'role';

const POSITIONS: Record<Field, (member: MemberRecord) => Position> = {
  joinedAt: ({ joinedAt, id }) => [joinedAt, id],
  name: ({ user, id }) => [user.sortKey, id],
  role: ({ role, id }) => [ROLES.indexOf(role), id],
};
const ascending =
  (field: Field): MemberOrder =>
  (a, b) =>
    comparePositions(POSITIONS[field](a), POSITIONS[field](b));
const descending =
  (field: Field): MemberOrder =>
  (a, b) =>
    comparePositions(POSITIONS[field](b), POSITIONS[field](a));
/** One function for each order, since they are also the names that sorted lists are kept under. */
const ORDERS: Record<MemberSort, MemberOrder> = {
  joinedAt: ascending('joinedAt'),
  '-joinedAt': descending('joinedAt'),
  name: ascending('name'),
  '-name': descending('name'),
  role: ascending('role'),
  '-role': descending('role'),
};

const standingOf = ({ user, role, billingContact }: MemberRecord): MemberStanding => ({
  userId: user.id,
  role,
  billingContact,
});

export const listMembers: Handler<'members.list'> = (session, input) => {
  const { workspace } = session.enter('members.list', input.workspaceId);
  session.checkSearch(input.search);
  const { memberSorts, totalCount } = session.supports;
  const { sort = memberSorts[0] ?? 'joinedAt', role, permission } = input;
  if (!memberSorts.includes(sort))
    throw new GuildhallError('unsupported', { message: `This adapter does not sort by ${sort}.` });
  const sought = toSearchKey(input.search ?? '');
  const matches = (member: MemberRecord) =>
    (role === undefined || member.role === role) &&
    (permission === undefined || may(member, permission)) &&
    member.user.searchKey.includes(sought);
  const isWhole = sought === '' && role === undefined && permission === undefined;
  const sorted = workspace.members.inOrder(ORDERS[sort]);
  return cutPage('members.list', input, {
    rows: isWhole ? sorted : sorted.filter(matches),
    positionOf: POSITIONS[sort.replace('-', '') as Field],
    descending: sort.startsWith('-'),
    seq: workspace.seq,
    countTotal: totalCount,
    toItem: toMember,
  });
};

function tellOfChange(store: Store, { workspace }: Scope, member: MemberRecord): void {
  store.emit(workspace, { topic: 'members', type: 'updated', member: toMember(member) });
  store.emitMembership(member.user, workspace, 'updated');
}

function setRole(store: Store, { workspace, user }: Scope, member: MemberRecord, role: Role): void {
  workspace.members.setRole(member, role);
  revokeSentBy(store, workspace, member.user, user, (invitation) => isVoidedByDemotion(invitation, role));
}

export const updateMember: Handler<'members.update'> = (session, { workspaceId, memberId, role, billingContact }) => {
  const scope = session.enter('members.update', workspaceId);
  const { user, workspace, me } = scope;
  const { store } = session;
  const target = findMember(scope, memberId);
  if (role !== undefined)
    refuse(refuseRoleChange(standingOf(me), standingOf(target), role, workspace.members.ownerCount));
  if (billingContact !== undefined) refuse(refuseBillingContactChange(me));
  const from = target.role;
  const newRole = role !== undefined && role !== from ? role : null;
  const newContact = billingContact !== undefined && billingContact !== target.billingContact ? billingContact : null;
  if (newContact !== null) target.billingContact = newContact;
  if (newRole !== null) setRole(store, scope, target, newRole);
  if (newRole !== null || newContact !== null) tellOfChange(store, scope, target);
  const member = toPerson(target.user);
  if (newRole !== null) store.record(workspace, user, 'member.role_changed', { member, from, to: newRole });
  if (newContact !== null)
    store.record(workspace, user, 'member.billing_contact_changed', { member, billingContact: newContact });
  return toMember(target);
};

function takeOut(store: Store, { workspace }: Scope, member: MemberRecord): void {
  workspace.members.remove(member);
  store.emit(workspace, { topic: 'members', type: 'removed', memberId: member.id });
  store.emitMembership(member.user, workspace, 'removed');
  countSeats(store, workspace);
}

function removeOne(store: Store, scope: Scope, memberId: string): RemovalOutcome {
  const { user, workspace, me } = scope;
  const target = workspace.members.byId(memberId);
  if (!target) return { status: 'not_found', memberId };
  const refusal = refuseRemoval(standingOf(me), standingOf(target), workspace.members.ownerCount);
  if (refusal)
    return {
      status: 'refused',
      memberId,
      reason: refusal.reason as (RemovalOutcome & { status: 'refused' })['reason'],
    };
  takeOut(store, scope, target);
  const revokedInvitations = revokeSentBy(store, workspace, target.user, user, () => true);
  store.record(workspace, user, 'member.removed', { member: toPerson(target.user) });
  return { status: 'removed', memberId, revokedInvitations };
}

export const removeMembers: Handler<'members.remove'> = (session, { workspaceId, memberIds }) => {
  const scope = session.enter('members.remove', workspaceId);
  return { outcomes: memberIds.map((memberId) => removeOne(session.store, scope, memberId)) };
};

/** Whoever leaves keeps the invitations they sent standing: leaving is no breach of trust. */
export const leaveWorkspace: Handler<'members.leave'> = (session, { workspaceId }) => {
  const scope = session.enter('members.leave', workspaceId);
  refuse(refuseLeaving(scope.me, scope.workspace.members.ownerCount));
  takeOut(session.store, scope, scope.me);
  session.store.record(scope.workspace, scope.user, 'member.left', {});
  return {};
};

export const transferOwnership: Handler<'members.transferOwnership'> = (session, { workspaceId, memberId }) => {
  const scope = session.enter('members.transferOwnership', workspaceId);
  const { store } = session;
  const target = findMember(scope, memberId);
  refuse(refuseTransfer(standingOf(scope.me), standingOf(target)));
  setRole(store, scope, target, 'owner');
  setRole(store, scope, scope.me, 'admin');
  tellOfChange(store, scope, target);
  tellOfChange(store, scope, scope.me);
  store.record(scope.workspace, scope.user, 'workspace.transferred', { to: toPerson(target.user) });
  return {};
};
