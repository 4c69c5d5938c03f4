import { isExpired } from '../../contract/index.js';
import type { Invitation, InvitationOutcome, Role } from '../../contract/index.js';
import { checkAddress } from './checkAddress.js';
import type { AddressProblem } from './checkAddress.js';
import type { DraftRow } from './draft.js';

/** What the server refused at the last try, and why. */
export type SendRefusal = Extract<
  InvitationOutcome,
  { status: 'invalid' | 'above_own_role' | 'limit_exceeded' | 'rate_limited' }
>;

/** What an address is to the workspace already. */
export type Standing = { readonly kind: 'member' } | { readonly kind: 'invited'; readonly invitation: Invitation };

/** What is known about the workspace while addresses are collected. */
export interface Facts {
  /** Null for a stranger, and for who is not known about yet: the server has the last word. */
  standingOf(email: string): Standing | null;
  /** Invitations that the workspace still has room for; Infinity without a limit. */
  readonly placesLeft: number;
  /** The roles that the viewer may give. */
  readonly assignableRoles: readonly Role[];
  /** The domains of the people here, the most usual first. */
  readonly domains: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * What will become of a row when the invitations are sent.
 *
 * - `ready`: it is sent. `resend`: it was sent before, and is sent again with a new link.
 * - `fix`: its address or its role is not right. `waiting`: the workspace has no place left for it.
 * - `member`, `invited`: nothing is sent, because there is nothing to do.
 */
export type RowState =
  | { readonly kind: 'ready'; readonly refusal: SendRefusal | null }
  | { readonly kind: 'resend'; readonly invitation: Invitation; readonly refusal: SendRefusal | null }
  | { readonly kind: 'fix'; readonly why: AddressProblem | 'invalid' | 'above_own_role' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'member' }
  | { readonly kind: 'invited'; readonly invitation: Invitation };

/** A row and what will become of it. */
export interface PlannedRow {
  readonly row: DraftRow;
  readonly state: RowState;
  /** The address that was probably meant; null where there is no doubt. */
  readonly suggestion: string | null;
}

/** How many rows are in each state, as the summary counts them. */
export interface Counts {
  readonly ready: number;
  readonly fix: number;
  readonly waiting: number;
  readonly leftOut: number;
}

function stateOf(row: DraftRow, problem: AddressProblem | null, facts: Facts): Exclude<RowState, { kind: 'waiting' }> {
  if (row.email === null || problem !== null) return { kind: 'fix', why: problem ?? 'malformed' };
  const standing = row.standing ?? facts.standingOf(row.email);
  if (standing?.kind === 'member') return standing;
  // Inviting somebody whose invitation has expired makes that one new.
  if (standing?.kind === 'invited' && !isExpired(standing.invitation, facts.now)) {
    return row.sendsAgain ? { ...standing, kind: 'resend', refusal: row.refusal } : standing;
  }
  if (row.refusal?.status === 'invalid') return { kind: 'fix', why: 'invalid' };
  if (row.refusal?.status === 'above_own_role' || !facts.assignableRoles.includes(row.role)) {
    return { kind: 'fix', why: 'above_own_role' };
  }
  return { kind: 'ready', refusal: row.refusal };
}

/** What will become of each row, in order: places go to those who stand first. */
export function planRows(rows: readonly DraftRow[], facts: Facts): PlannedRow[] {
  let places = facts.placesLeft;
  return rows.map((row) => {
    const { problem, suggestion } = checkAddress(row.text, facts.domains);
    const state = stateOf(row, problem, facts);
    if (state.kind === 'ready') places -= 1;
    const isWaiting = state.kind === 'ready' && places < 0;
    const isDoubted = state.kind === 'ready' || state.kind === 'fix';
    return { row, state: isWaiting ? { kind: 'waiting' } : state, suggestion: isDoubted ? suggestion : null };
  });
}

/** Whether the row is among those that are sent. */
export const isSendable = ({ state }: PlannedRow): boolean => state.kind === 'ready' || state.kind === 'resend';

/** Counts rows by what will become of them. */
export function countRows(planned: readonly PlannedRow[]): Counts {
  const of = (...kinds: RowState['kind'][]) => planned.filter(({ state }) => kinds.includes(state.kind)).length;
  return {
    ready: of('ready', 'resend'),
    fix: of('fix'),
    waiting: of('waiting'),
    leftOut: of('member', 'invited'),
  };
}
