import type { Invitation, InvitationOutcome, Role } from '../../contract/index.js';
import { parseAddresses } from './parseAddresses.js';
import type { ParsedAddress, ParseOptions } from './parseAddresses.js';
import type { SendRefusal, Standing } from './rowState.js';

/** One address that has been collected. */
export interface DraftRow {
  readonly id: number;
  /** As it was written. */
  readonly text: string;
  /** As Guildhall compares it; null where it is not an address. */
  readonly email: string | null;
  readonly role: Role;
  /** How often it was listed. */
  readonly copies: number;
  /** Whether somebody who is invited already is sent another mail. */
  readonly sendsAgain: boolean;
  /** What the server said of it at the last try. */
  readonly refusal: SendRefusal | null;
  /** What the server said it is to the workspace already. */
  readonly standing: Standing | null;
}

/** An invitation that was sent from here. */
export interface SentInvitation {
  readonly invitation: Invitation;
  /** Whether it had been sent before. */
  readonly again: boolean;
}

/** What stands in the field, which may be a row that is being edited. */
export interface DraftField {
  readonly text: string;
  /** The row that it was taken from. */
  readonly editing: DraftRow | null;
}

/** Everything that has been collected and sent. Nothing leaves it but by sending or by hand. */
export interface Draft {
  readonly rows: readonly DraftRow[];
  readonly field: DraftField;
  /** The role of the next address. */
  readonly role: Role;
  readonly sent: readonly SentInvitation[];
  readonly nextId: number;
}

/** What can happen to a draft. */
export type DraftAction =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'added'; readonly text: string; readonly options?: ParseOptions }
  | { readonly type: 'read'; readonly addresses: readonly ParsedAddress[] }
  | { readonly type: 'offered'; readonly text: string }
  | { readonly type: 'role chosen'; readonly role: Role }
  | { readonly type: 'row role chosen'; readonly id: number; readonly role: Role }
  | { readonly type: 'suggestion used'; readonly id: number; readonly suggestion: string }
  | { readonly type: 'sends again'; readonly id: number; readonly sendsAgain: boolean }
  | { readonly type: 'edited'; readonly id: number }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'emptied' }
  | { readonly type: 'answered'; readonly ids: readonly number[]; readonly outcomes: readonly InvitationOutcome[] }
  | { readonly type: 'sent again'; readonly id: number; readonly invitation: Invitation }
  | { readonly type: 'refused'; readonly id: number; readonly refusal: SendRefusal }
  | { readonly type: 'forgotten'; readonly id: number }
  | { readonly type: 'finished' }
  | { readonly type: 'closed' };

const EMPTY_FIELD: DraftField = { text: '', editing: null };

/** A draft with nothing in it. */
export const EMPTY_DRAFT: Draft = { rows: [], field: EMPTY_FIELD, role: 'member', sent: [], nextId: 1 };

const keyOf = ({ email, text }: Pick<DraftRow, 'email' | 'text'>): string => email ?? text.toLowerCase();

/** Puts addresses behind the rows; those that are there already are counted there. */
function addParsed(draft: Draft, parsed: readonly ParsedAddress[]): Draft {
  const rows = new Map(draft.rows.map((row) => [keyOf(row), row]));
  // What was being edited keeps its role, unless it has become several.
  const edited = parsed.length === 1 ? draft.field.editing : null;
  let { nextId } = draft;
  for (const { text: written, email, role, copies } of parsed) {
    const key = keyOf({ text: written, email });
    const before = rows.get(key);
    if (before) rows.set(key, { ...before, copies: before.copies + copies });
    else {
      const fresh = { id: nextId, text: written, email, role: role ?? edited?.role ?? draft.role, copies };
      rows.set(key, { ...fresh, sendsAgain: false, refusal: null, standing: null });
      nextId += 1;
    }
  }
  return { ...draft, rows: [...rows.values()], field: EMPTY_FIELD, nextId };
}

const addText = (draft: Draft, text: string, options?: ParseOptions): Draft =>
  addParsed(draft, parseAddresses(text, options));

/** Adds what is not there yet, and leaves the field alone: what the host opened the dialog with. */
function offer(draft: Draft, text: string): Draft {
  const listed = new Set(draft.rows.map(keyOf));
  const missing = parseAddresses(text).filter((address) => !listed.has(keyOf(address)));
  return { ...addText(draft, missing.map((address) => address.text).join('\n')), field: draft.field };
}

const change = (draft: Draft, id: number, by: (row: DraftRow) => Partial<DraftRow>): Draft => ({
  ...draft,
  rows: draft.rows.map((row) => (row.id === id ? { ...row, ...by(row) } : row)),
});

const without = (draft: Draft, ...ids: readonly number[]): Draft => ({
  ...draft,
  rows: draft.rows.filter((row) => !ids.includes(row.id)),
});

/** The text of the field as rows: what would be sent if the button were pressed now. */
export const withField = (draft: Draft, options?: ParseOptions): Draft =>
  draft.field.text.trim() === '' ? draft : addText(draft, draft.field.text, options);

function edit(draft: Draft, id: number): Draft {
  const editing = draft.rows.find((row) => row.id === id);
  return editing ? { ...without(draft, id), field: { text: editing.text, editing } } : draft;
}

function takeSuggestion(draft: Draft, id: number, suggestion: string): Draft {
  const before = draft.rows.find((row) => row.email === suggestion);
  if (!before) return change(draft, id, () => ({ text: suggestion, email: suggestion, refusal: null, standing: null }));
  return change(without(draft, id), before.id, ({ copies }) => ({ copies: copies + 1 }));
}

function answer(draft: Draft, id: number, outcome: InvitationOutcome): Draft {
  switch (outcome.status) {
    case 'invited':
      return { ...without(draft, id), sent: [...draft.sent, { invitation: outcome.invitation, again: false }] };
    case 'already_member':
      return change(draft, id, () => ({ standing: { kind: 'member' }, refusal: null }));
    case 'already_invited':
      return change(draft, id, () => ({
        standing: { kind: 'invited', invitation: outcome.invitation },
        refusal: null,
      }));
    case 'duplicate':
      return without(draft, id);
    default:
      return change(draft, id, () => ({ refusal: outcome }));
  }
}

/** A single address that was not sent returns to the field, where it can be put right. */
function finish(draft: Draft): Draft {
  const [only, ...others] = draft.rows;
  const isRefused = only !== undefined && only.standing === null && (only.email === null || only.refusal !== null);
  return isRefused && others.length === 0 && draft.sent.length > 0 ? edit(draft, only.id) : draft;
}

/** What becomes of a draft when something happens to it. */
export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'typed':
      return { ...draft, field: { ...draft.field, text: action.text } };
    case 'added':
      return addText(draft, action.text, action.options);
    case 'read':
      // What is being typed or edited stays: a file has nothing to do with it.
      return { ...addParsed({ ...draft, field: EMPTY_FIELD }, action.addresses), field: draft.field };
    case 'offered':
      return offer(draft, action.text);
    case 'role chosen': {
      const { editing } = draft.field;
      const field = { ...draft.field, editing: editing && { ...editing, role: action.role } };
      return { ...draft, role: action.role, field };
    }
    case 'row role chosen':
      return change(draft, action.id, () => ({ role: action.role, refusal: null }));
    case 'suggestion used':
      return takeSuggestion(draft, action.id, action.suggestion);
    case 'sends again':
      return change(draft, action.id, () => ({ sendsAgain: action.sendsAgain, refusal: null }));
    case 'edited':
      return edit(draft, action.id);
    case 'removed':
      return without(draft, action.id);
    case 'emptied':
      return { ...draft, rows: [] };
    case 'answered':
      return action.outcomes.reduce((before, outcome, index) => answer(before, action.ids[index] ?? 0, outcome), draft);
    case 'sent again':
      return { ...without(draft, action.id), sent: [...draft.sent, { invitation: action.invitation, again: true }] };
    case 'refused':
      return change(draft, action.id, () => ({ refusal: action.refusal }));
    case 'forgotten':
      return change(draft, action.id, () => ({ standing: null, sendsAgain: false, refusal: null }));
    case 'finished':
      return finish(draft);
    case 'closed':
      return { ...draft, sent: [] };
  }
}
