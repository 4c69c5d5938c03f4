import { describe, expect, it } from 'vitest';
import type { Invitation, InvitationOutcome } from '../../contract/index.js';
import { EMPTY_DRAFT, reduceDraft, withField } from './draft.js';
import type { Draft, DraftAction } from './draft.js';
import { countRows, isSendable, planRows } from './rowState.js';
import type { Facts, Standing } from './rowState.js';

const NOW = Date.parse('2026-11-26T09:00:00.000Z');

const invitation = (email: string, days = 5): Invitation => ({
  id: `inv-${email}`,
  email,
  role: 'member',
  invitedBy: null,
  createdAt: new Date(NOW).toISOString(),
  sentAt: new Date(NOW).toISOString(),
  expiresAt: new Date(NOW + days * 86_400_000).toISOString(),
  delivery: 'sent',
});

const facts = (standings: Record<string, Standing> = {}, other: Partial<Facts> = {}): Facts => ({
  standingOf: (email) => standings[email] ?? null,
  placesLeft: Infinity,
  assignableRoles: ['admin', 'member'],
  domains: ['northwind.studio'],
  now: NOW,
  ...other,
});

const after = (...actions: DraftAction[]): Draft => actions.reduce(reduceDraft, EMPTY_DRAFT);
const added = (text: string): DraftAction => ({ type: 'added', text });
const texts = (draft: Draft) => draft.rows.map(({ text }) => text);
const kinds = (draft: Draft, about = facts()) => planRows(draft.rows, about).map(({ state }) => state.kind);

describe('a draft of invitations', () => {
  it('keeps the order and counts what is added again', () => {
    const draft = after(added('b@x.com, a@x.com'), added('c@x.com, B@x.com'));
    expect(draft.rows.map(({ text, copies }) => [text, copies])).toEqual([
      ['b@x.com', 2],
      ['a@x.com', 1],
      ['c@x.com', 1],
    ]);
  });

  it('gives the role that is chosen to what is added next, and to nothing before', () => {
    const draft = after(added('a@x.com'), { type: 'role chosen', role: 'admin' }, added('b@x.com'));
    expect(draft.rows.map(({ role }) => role)).toEqual(['member', 'admin']);
  });

  it('takes a row back into the field with its role', () => {
    const admin: DraftAction = { type: 'row role chosen', id: 1, role: 'admin' };
    const edited = after(added('a@x'), admin, { type: 'edited', id: 1 });
    expect([texts(edited), edited.field.text]).toEqual([[], 'a@x']);
    const again = withField(reduceDraft(edited, { type: 'typed', text: 'a@x.com' }), {});
    expect(again.rows.map(({ text, role }) => [text, role])).toEqual([['a@x.com', 'admin']]);
  });

  it('puts a suggestion in place, and folds it where it is listed already', () => {
    const use: DraftAction = { type: 'suggestion used', id: 1, suggestion: 'a@northwind.studio' };
    expect(texts(after(added('a@northwind, b@x.com'), use))).toEqual(['a@northwind.studio', 'b@x.com']);
    expect(texts(after(added('a@northwind, a@northwind.studio'), use))).toEqual(['a@northwind.studio']);
  });

  it('adds what the dialog was opened with once, and leaves alone what is being typed', () => {
    const typed: DraftAction = { type: 'typed', text: 'zo' };
    const draft = after(added('a@x.com'), typed, { type: 'offered', text: 'a@x.com b@x.com' });
    expect(draft.rows.map(({ text, copies }) => [text, copies])).toEqual([
      ['a@x.com', 1],
      ['b@x.com', 1],
    ]);
    expect(draft.field.text).toBe('zo');
  });
});

describe('the plan', () => {
  const draft = after(added('new@x.com, theo@northwind, hana@x.com, yuki@x.com, old@x.com'));
  const about = facts({
    'hana@x.com': { kind: 'member' },
    'yuki@x.com': { kind: 'invited', invitation: invitation('yuki@x.com') },
    'old@x.com': { kind: 'invited', invitation: invitation('old@x.com', -1) },
  });

  it('leaves out who is here or invited, but invites anew whose invitation expired', () => {
    expect(kinds(draft, about)).toEqual(['ready', 'fix', 'member', 'invited', 'ready']);
    expect(countRows(planRows(draft.rows, about))).toEqual({ ready: 2, fix: 1, waiting: 0, leftOut: 2 });
  });

  it('suggests what was meant', () => {
    expect(planRows(draft.rows, about).map(({ suggestion }) => suggestion)).toEqual([
      null,
      'theo@northwind.studio',
      null,
      null,
      null,
    ]);
  });

  it('sends again to who is chosen', () => {
    const chosen = reduceDraft(draft, { type: 'sends again', id: 4, sendsAgain: true });
    expect(
      planRows(chosen.rows, about)
        .filter(isSendable)
        .map(({ row }) => row.text),
    ).toEqual(['new@x.com', 'yuki@x.com', 'old@x.com']);
  });

  it('gives the places that are left to those who stand first; sending again takes none', () => {
    const chosen = reduceDraft(draft, { type: 'sends again', id: 4, sendsAgain: true });
    expect(kinds(chosen, { ...about, placesLeft: 1 })).toEqual(['ready', 'fix', 'member', 'resend', 'waiting']);
    expect(kinds(chosen, { ...about, placesLeft: 0 })).toEqual(['waiting', 'fix', 'member', 'resend', 'waiting']);
  });

  it('never gives a role that the viewer may not give', () => {
    const owner = reduceDraft(draft, { type: 'row role chosen', id: 1, role: 'owner' });
    expect(planRows(owner.rows, about)[0]?.state).toEqual({ kind: 'fix', why: 'above_own_role' });
  });
});

describe('the answer', () => {
  const draft = after(added('a@x.com, b@x.com, c@x.com, d@x.com'));
  const answered = (...outcomes: InvitationOutcome[]): DraftAction => ({
    type: 'answered',
    ids: [1, 2, 3, 4],
    outcomes,
  });
  const invited = (email: string): InvitationOutcome => ({ status: 'invited', email, invitation: invitation(email) });

  it('moves what was sent, and keeps the rest with its reason', () => {
    const next = reduceDraft(
      draft,
      answered(
        invited('a@x.com'),
        { status: 'already_member', email: 'b@x.com' },
        { status: 'rate_limited', email: 'c@x.com', retryAfterMs: 1000 },
        { status: 'invalid', email: 'd@x.com' },
      ),
    );
    expect(next.sent.map(({ invitation: { email } }) => email)).toEqual(['a@x.com']);
    expect(texts(next)).toEqual(['b@x.com', 'c@x.com', 'd@x.com']);
    expect(kinds(next)).toEqual(['member', 'ready', 'fix']);
  });

  it('returns the only one that failed to the field', () => {
    const invalid: InvitationOutcome = { status: 'invalid', email: 'd@x.com' };
    const next = [
      answered(invited('a@x.com'), invited('b@x.com'), invited('c@x.com'), invalid),
      { type: 'finished' } as const,
    ].reduce(reduceDraft, draft);
    expect([texts(next), next.field.text, next.field.editing?.refusal?.status]).toEqual([[], 'd@x.com', 'invalid']);
  });

  it('does not show what was sent when it is opened the next time, but keeps what was not', () => {
    const next = reduceDraft(reduceDraft(draft, answered(invited('a@x.com'))), { type: 'closed' });
    expect([next.sent, texts(next)]).toEqual([[], ['b@x.com', 'c@x.com', 'd@x.com']]);
  });
});
