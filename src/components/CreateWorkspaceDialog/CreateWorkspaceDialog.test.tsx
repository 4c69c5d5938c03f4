import { composeStories } from '@storybook/react-vite';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import * as stories from '../../../stories/CreateWorkspaceDialog.stories.js';
import { problemOfName } from './checkName.js';

const { Default } = composeStories(stories);
const nameField = () => screen.findByRole('textbox', { name: 'Name' });

describe('creating a workspace', () => {
  it('begins in the name, and says who will see it', async () => {
    render(<Default />);
    expect(await nameField()).toHaveFocus();
    expect(await nameField()).toHaveAccessibleDescription(/Only you are in it at first/);
  });

  it('answers with the workspace, its name trimmed', async () => {
    const onCreated = vi.fn<(workspace: Workspace) => void>();
    render(<Default onCreated={onCreated} />);
    await userEvent.type(await nameField(), '  Harbour & Pine {Enter}');
    await vi.waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
    expect(onCreated.mock.calls[0]?.[0]).toMatchObject({ name: 'Harbour & Pine', viewer: { role: 'owner' } });
  });

  it('wants a name, and says so in the field', async () => {
    const onCreated = vi.fn<(workspace: Workspace) => void>();
    render(<Default onCreated={onCreated} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Create workspace' }));
    expect(await nameField()).toHaveAccessibleDescription('Give it a name.');
    expect(await nameField()).toHaveFocus();
    expect(onCreated).not.toHaveBeenCalled();
  });

  it('keeps what was typed when it fails, and works the second time', async () => {
    const onCreated = vi.fn<(workspace: Workspace) => void>();
    const adapt = (adapter: Parameters<typeof failOn>[0]) =>
      failOn(adapter, 'workspaces.create', undefined, { times: 1 });
    render(<Default onCreated={onCreated} adapt={adapt} />);
    await userEvent.type(await nameField(), 'Kestrel{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Not created. You seem to be offline.');
    expect(await nameField()).toHaveValue('Kestrel');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('closes without creating', async () => {
    const onClose = vi.fn<() => void>();
    render(<Default onClose={onClose} />);
    await nameField();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

it.each([
  ['Harbour & Pine', null],
  ['x'.repeat(80), null],
  ['   ', 'empty'],
  ['x'.repeat(81), 'tooLong'],
  ['two\nlines', 'oneLine'],
])('the name %j is %s', (name, problem) => {
  expect(problemOfName(name)).toBe(problem);
});
