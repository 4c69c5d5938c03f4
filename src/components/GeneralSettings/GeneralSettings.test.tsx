import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import * as stories from '../../../stories/GeneralSettings.stories.js';

const { Default, AsAdmin, AsMember, Home, RenameRefused, Failed } = composeStories(stories);
const nameField = () => screen.findByRole('textbox', { name: 'Name' });

async function rename(name: string) {
  const field = await nameField();
  await userEvent.clear(field);
  await userEvent.type(field, name);
}

describe('the name', () => {
  it('is saved when it is submitted, trimmed', async () => {
    render(<Default />);
    await rename(' Northwind & Daughters {Enter}');
    expect(await screen.findByText('The workspace is now called Northwind & Daughters.')).toBeInTheDocument();
    expect(screen.getByText('How Northwind & Daughters appears to the people in it.')).toBeInTheDocument();
    expect(await nameField()).toHaveValue('Northwind & Daughters');
  });

  it('is set back when the server refuses, and what was typed stays for another try', async () => {
    render(<RenameRefused />);
    await rename('Northwind & Daughters{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Not renamed, so it is still called Northwind Studio.');
    expect(screen.getByText('How Northwind Studio appears to the people in it.')).toBeInTheDocument();
    expect(await nameField()).toHaveValue('Northwind & Daughters');
    await userEvent.click(screen.getByRole('button', { name: 'Save name' }));
    expect(await screen.findByText(/is now called Northwind & Daughters/)).toBeInTheDocument();
  });

  it('cannot be empty, and says so while one types', async () => {
    render(<Default />);
    await rename(' {Enter}');
    expect(await nameField()).toHaveAccessibleDescription('A workspace needs a name.');
    expect(screen.getByText('How Northwind Studio appears to the people in it.')).toBeInTheDocument();
  });

  it('has nothing to save until it is changed', async () => {
    render(<Default />);
    expect(await screen.findByRole('button', { name: 'Save name' })).toHaveAccessibleDescription(
      'This is its name already.',
    );
  });

  it('is read by members, who learn whom to ask', async () => {
    render(<AsMember />);
    expect(await nameField()).toHaveAttribute('readonly');
    expect(await screen.findByText(/ask Amara Okafor, Jonas Lindqvist, or Priya Raghunathan/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Choose picture' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Delete workspace…' })).not.toBeInTheDocument();
  });
});

describe('the picture', () => {
  it('says in words that a file is none', async () => {
    const { container } = render(<Default />);
    await screen.findByRole('button', { name: 'Choose picture' });
    const input = container.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is nothing to choose a file with.');
    await userEvent.upload(input, new File(['%PDF'], 'logo.png', { type: 'image/png' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That file is not a picture that can be read here.');
  });

  it('is removed', async () => {
    const world = (adapter: GuildhallAdapter): GuildhallAdapter => ({
      ...adapter,
      workspaces: {
        ...adapter.workspaces,
        get: async (input, call) => ({ ...(await adapter.workspaces.get(input, call)), imageUrl: 'data:,' }),
      },
    });
    render(<Default adapt={world} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('The picture was removed.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Choose picture' })).toHaveFocus();
  });
});

describe('leaving', () => {
  it('is refused to the only owner, with the reason', async () => {
    render(<Default />);
    const leave = await screen.findByRole('button', { name: 'Leave workspace…' });
    expect(leave).toHaveAccessibleDescription('A workspace needs an owner. Make somebody else an owner first.');
    await userEvent.click(leave);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('asks first, then tells the host', async () => {
    const onGone = vi.fn<() => void>();
    render(<AsAdmin onGone={onGone} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Leave workspace…' }));
    const question = await screen.findByRole('alertdialog', { name: 'Leave Northwind Studio?' });
    expect(within(question).getByRole('button', { name: 'Stay' })).toHaveFocus();
    await userEvent.click(within(question).getByRole('button', { name: 'Leave workspace' }));
    await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  });
});

describe('deleting', () => {
  async function ask() {
    await userEvent.click(await screen.findByRole('button', { name: 'Delete workspace…' }));
    return screen.findByRole('alertdialog', { name: 'Delete Northwind Studio?' });
  }
  const typeName = (question: HTMLElement) => within(question).getByRole('textbox', { name: /type its name/ });

  it('says to whom it happens, and wants the name typed', async () => {
    const onGone = vi.fn<() => void>();
    render(<Default onGone={onGone} />);
    const question = await ask();
    expect(question).toHaveTextContent('14 people, you among them, lose everything in Northwind Studio right away.');
    await userEvent.type(typeName(question), 'northwind studio{Enter}');
    expect(typeName(question)).toHaveAccessibleDescription(/That is not its name/);
    expect(onGone).not.toHaveBeenCalled();
    await userEvent.clear(typeName(question));
    await userEvent.type(typeName(question), 'Northwind Studio');
    await userEvent.click(within(question).getByRole('button', { name: 'Delete workspace' }));
    await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  });

  it('stays open with the reason when it fails', async () => {
    render(<Default adapt={(adapter) => failOn(adapter, 'workspaces.delete', new GuildhallError('internal'))} />);
    const question = await ask();
    await userEvent.type(typeName(question), 'Northwind Studio{Enter}');
    expect(await within(question).findByText(/Nothing was deleted/)).toBeInTheDocument();
    expect(typeName(question)).toHaveValue('Northwind Studio');
  });

  it('is not for one’s own workspace, and says why', async () => {
    render(<Home />);
    expect(await screen.findByText(/This is your own workspace/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Delete workspace…' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Leave workspace…' })).not.toBeInTheDocument();
  });
});

it('says that the workspace did not load, and tries again', async () => {
  render(<Failed />);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await nameField()).toHaveValue('Northwind Studio');
});
