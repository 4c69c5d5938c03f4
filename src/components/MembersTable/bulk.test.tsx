import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Stage } from '../../../stories/support/Stage.js';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { MembersTable } from './MembersTable.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

async function choose(user: ReturnType<typeof userEvent.setup>, names: readonly string[], role: string) {
  for (const name of names) await user.click(await screen.findByRole('checkbox', { name: `Select ${name}` }));
  await user.click(await screen.findByRole('button', { name: 'Change role' }));
  await user.click(await screen.findByRole('menuitemradio', { name: new RegExp(`^${role}`) }));
  return within(await screen.findByRole('alertdialog'));
}

const roleOf = (name: string) => screen.findByRole('button', { name: new RegExp(`Role of ${name}`) });

const PEOPLE = ['Tomás Herrera', 'Mei-Ling Chen'];

describe('changing the role of several', () => {
  it('says whose role changes and who has it already, changes them and lets the selection go', async () => {
    const user = userEvent.setup();
    render(
      <Stage>
        <MembersTable />
      </Stage>,
    );
    const dialog = await choose(user, [...PEOPLE, 'Priya Raghunathan'], 'Admin');
    expect(dialog.getByText('Change the role of 2 people to Admin?')).toBeVisible();
    expect(dialog.getByText('Tomás Herrera and Mei-Ling Chen become Admin.')).toBeVisible();
    expect(dialog.getByText('Priya Raghunathan has this role already.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Change 2 roles' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    for (const name of PEOPLE) expect(await roleOf(name)).toHaveAccessibleName(`Role of ${name}: Admin`);
    // Beside the way to undo it, and aloud.
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeVisible();
    expect(screen.getAllByText('2 people are now Admin.')).toHaveLength(2);
    expect(screen.queryByRole('group', { name: /selected/ })).not.toBeInTheDocument();
  });

  it('leaves out whose role is above one’s own, and says so; where nobody is left nothing can be done', async () => {
    const user = userEvent.setup();
    const update = vi.fn<NonNullable<GuildhallAdapter['members']['update']>>();
    render(
      <Stage
        memory={{ viewerId: 'priya' }}
        adapt={(adapter) => ({ ...adapter, members: { ...adapter.members, update } })}
      >
        <MembersTable />
      </Stage>,
    );
    const dialog = await choose(user, ['Amara Okafor'], 'Member');
    expect(dialog.getByText('No role changes')).toBeVisible();
    expect(dialog.getByText(/^Amara Okafor is left out\. .*role is above yours/)).toBeVisible();
    expect(dialog.getAllByRole('button')).toHaveLength(1);
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(update).not.toHaveBeenCalled();
  });

  it('does the rest where the server refuses some, sets those back, and names each with the reason', async () => {
    const user = userEvent.setup();
    const refusal = new GuildhallError('conflict', { details: { reason: 'last_owner' } });
    render(
      <Stage adapt={(adapter) => failOn(adapter, 'members.update', refusal, { times: 1 })}>
        <MembersTable />
      </Stage>,
    );
    const asking = await choose(user, PEOPLE, 'Admin');
    await user.click(asking.getByRole('button', { name: 'Change 2 roles' }));
    const result = within(await screen.findByRole('dialog', { name: '1 of 2 roles changed' }));
    expect(result.getByText(/^Tomás Herrera: A workspace needs an owner/)).toBeVisible();
    await user.click(result.getByRole('button', { name: 'Close' }));
    expect(await roleOf('Tomás Herrera')).toHaveAccessibleName('Role of Tomás Herrera: Member');
    expect(await roleOf('Mei-Ling Chen')).toHaveAccessibleName('Role of Mei-Ling Chen: Admin');
  });

  it('shows every new role before the server has answered', async () => {
    const user = userEvent.setup();
    const update = () => new Promise<never>(() => undefined);
    render(
      <Stage adapt={(adapter) => ({ ...adapter, members: { ...adapter.members, update } })}>
        <MembersTable />
      </Stage>,
    );
    const dialog = await choose(user, PEOPLE, 'Admin');
    await user.click(dialog.getByRole('button', { name: 'Change 2 roles' }));
    for (const name of PEOPLE) expect(await screen.findByLabelText(`Role of ${name}: Admin`)).toBeInTheDocument();
    expect(dialog.getByText('0 of 2 changed')).toBeVisible();
  });
});

describe('undoing a change of roles', () => {
  it('gives everybody the role from before again', async () => {
    const user = userEvent.setup();
    render(
      <Stage>
        <MembersTable />
      </Stage>,
    );
    const dialog = await choose(user, PEOPLE, 'Admin');
    await user.click(dialog.getByRole('button', { name: 'Change 2 roles' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    for (const name of PEOPLE) {
      await waitFor(async () => expect(await roleOf(name)).toHaveAccessibleName(`Role of ${name}: Member`));
    }
    expect(screen.getByText('2 people have the roles from before again.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});

describe('removing several', () => {
  const removing = async (
    adapt: (adapter: GuildhallAdapter) => GuildhallAdapter,
    names = PEOPLE,
    viewerId = 'amara',
  ) => {
    const user = userEvent.setup();
    render(
      <Stage adapt={adapt} memory={{ viewerId }}>
        <MembersTable />
      </Stage>,
    );
    for (const name of names) await user.click(await screen.findByRole('checkbox', { name: `Select ${name}` }));
    await user.click(await screen.findByRole('button', { name: 'Remove…' }));
    return { user, dialog: within(await screen.findByRole('alertdialog')) };
  };
  const row = (name: string) => screen.queryByRole('row', { name: new RegExp(name) });

  it('says who is left out and why, and removes the others', async () => {
    const { user, dialog } = await removing((adapter) => adapter, ['Amara Okafor', ...PEOPLE], 'priya');
    expect(dialog.getByText('Remove 2 people?')).toBeVisible();
    expect(dialog.getByText(/^Amara Okafor is left out\. .*role is above yours/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Remove 2 people' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    expect(screen.getByText('2 people were removed.')).toBeInTheDocument();
    expect(row('Amara Okafor')).toBeVisible();
    for (const name of PEOPLE) expect(row(name)).not.toBeInTheDocument();
  });

  it('puts those back whom the server refuses, names each with the reason, and asks again no more', async () => {
    const { user, dialog } = await removing((adapter) => ({
      ...adapter,
      members: {
        ...adapter.members,
        remove: async ({ memberIds }) => ({
          outcomes: memberIds.map((memberId, index) =>
            index === 0
              ? { status: 'refused' as const, memberId, reason: 'owners_only' as const }
              : { status: 'removed' as const, memberId, revokedInvitations: 0 },
          ),
        }),
      },
    }));
    await user.click(dialog.getByRole('button', { name: 'Remove 2 people' }));
    const result = within(await screen.findByRole('dialog', { name: '1 of 2 people removed' }));
    expect(result.getByText(/^Tomás Herrera: /)).toBeVisible();
    expect(result.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    await user.click(result.getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('row', { name: /Tomás Herrera/ })).toBeVisible();
  });

  it('puts them back where the server cannot be reached, though the list cannot be asked for, and tries again', async () => {
    const lost = new GuildhallError('unavailable', { details: { reason: 'network' } });
    let isLost = false;
    const { user, dialog } = await removing((adapter) => {
      const listed: GuildhallAdapter = {
        ...adapter,
        members: {
          ...adapter.members,
          list: (input, call) => (isLost ? Promise.reject(lost) : adapter.members.list(input, call)),
        },
      };
      return failOn(listed, 'members.remove', lost, { times: 1 });
    });
    isLost = true;
    await user.click(dialog.getByRole('button', { name: 'Remove 2 people' }));
    const result = within(await screen.findByRole('dialog', { name: '0 of 2 people removed' }));
    for (const name of PEOPLE) expect(screen.getByText(name)).toBeInTheDocument();
    isLost = false;
    await user.click(result.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    for (const name of PEOPLE) await waitFor(() => expect(row(name)).not.toBeInTheDocument());
  });
});
