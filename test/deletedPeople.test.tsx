import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ActivityLog, MembersTable } from '../src/index.js';
import type { ActivityEntry, GuildhallAdapter, Member, Person } from '../src/contract/index.js';
import { Stage } from '../stories/support/Stage.js';
import { northwind } from '../stories/support/northwind.js';

/** What `users.delete` leaves of somebody: the id. */
const blank = (userId: string): Person => ({ userId, name: '', email: '', imageUrl: null });

const AMARA: Person = { userId: 'amara', name: 'Amara Okafor', email: 'amara@northwind.example', imageUrl: null };
const at = '2026-11-26T08:00:00.000Z';
const entries: ActivityEntry[] = [
  { id: 'a', at, actor: null, action: 'member.left' },
  { id: 'b', at, actor: AMARA, action: 'member.removed', member: blank('gone') },
  { id: 'c', at, actor: AMARA, action: 'workspace.transferred', to: blank('gone') },
  { id: 'd', at, actor: blank('gone'), action: 'member.joined', role: 'member', invitedBy: blank('gone') },
  { id: 'e', at, actor: AMARA, action: 'invitation.sent', email: '', role: 'admin' },
  { id: 'f', at, actor: null, action: 'invitation.declined', email: '' },
];

function withActivity(adapter: GuildhallAdapter): GuildhallAdapter {
  return { ...adapter, activity: { list: async () => ({ items: entries, nextCursor: null, seq: 1 }) } };
}

function withBlanks(adapter: GuildhallAdapter): GuildhallAdapter {
  const { members, invitations } = adapter;
  if (!invitations) throw new Error('This adapter has no invitations.');
  const forget = (member: Member): Member => {
    if (member.userId === 'tomas') return { ...member, name: '', email: '' };
    return member.userId === 'jonas' ? { ...member, name: '' } : member;
  };
  return {
    ...adapter,
    members: {
      ...members,
      list: async (input, call) => {
        const answer = await members.list(input, call);
        return { ...answer, items: answer.items.map(forget) };
      },
    },
    invitations: {
      ...invitations,
      list: async (input, call) => {
        const answer = await invitations.list(input, call);
        return { ...answer, items: answer.items.map((one) => ({ ...one, invitedBy: blank('gone') })) };
      },
    },
  };
}

describe('people who were deleted', () => {
  it('are named in words by the activity', async () => {
    render(
      <Stage adapt={withActivity}>
        <ActivityLog />
      </Stage>,
    );
    const items = await screen.findAllByRole('listitem');
    expect(items.map((item) => item.querySelector('p')?.textContent)).toEqual([
      'Somebody left the workspace',
      'Amara Okafor removed someone who left',
      'Amara Okafor transferred ownership to someone who left',
      'Somebody joined as a member, invited by someone who left',
      'Amara Okafor invited someone who left as an admin',
      'Somebody declined the invitation',
    ]);
  });

  it('are named by the members’ rows, by their address or in words, and are no inviters', async () => {
    render(
      <Stage memory={{ world: northwind() }} adapt={withBlanks}>
        <MembersTable />
      </Stage>,
    );
    const members = within(await screen.findByRole('table', { name: 'Members' }));
    expect(await members.findByRole('row', { name: /^Select Someone who left/ })).toBeVisible();
    await userEvent.click(members.getByRole('button', { name: 'Actions for jonas@northwind.studio' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove from workspace…' }));
    expect(await screen.findByRole('alertdialog', { name: 'Remove jonas@northwind.studio?' })).toBeVisible();
    expect(screen.queryByText(/Invited by/)).not.toBeInTheDocument();
    expect(screen.getAllByText(/^Invited on/)).not.toHaveLength(0);
  });
});
