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
    expect(screen.getByText('2 people are now Admin.')).toBeInTheDocument();
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
