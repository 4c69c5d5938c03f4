import { configure, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { holding, KIND_WORDS, manyChats } from '../../../stories/support/holding.js';
import { Stage } from '../../../stories/support/Stage.js';
import { createMemoryBackend } from '../../adapters/memory/index.js';
import type { World } from '../../testing/world.js';
import { AcceptInvitation } from '../AcceptInvitation/AcceptInvitation.js';
import { InviteDialog } from '../InviteDialog/InviteDialog.js';
import { WorkspaceSettings } from '../WorkspaceSettings/WorkspaceSettings.js';

configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 30_000 });

const nothing = () => undefined;
const CONTENTS = '12 chats, 3 assistants, and 1 prompt';

function withLena(world: World): World {
  const [northwind, ...others] = world.workspaces;
  if (northwind === undefined) return world;
  const invitation = { id: 'for-lena', email: 'lena@kite.example', role: 'member', invitedBy: 'amara' } as const;
  return {
    ...world,
    users: [...world.users, { id: 'lena', name: 'Lena', email: 'lena@kite.example' }],
    workspaces: [{ ...northwind, invitations: [invitation] }, ...others],
  };
}

describe('what the invited will see', () => {
  it('is told to whoever invites, before anything is sent', async () => {
    render(
      <Stage entityKinds={KIND_WORDS} memory={{ world: holding() }}>
        <InviteDialog open onOpenChange={nothing} />
      </Stage>,
    );
    expect(await screen.findByText(`They will see everything in Northwind Studio: ${CONTENTS}.`)).toBeVisible();
  });

  it('is counted no further than it is', async () => {
    render(
      <Stage entityKinds={KIND_WORDS} memory={{ world: holding(manyChats(1001)) }}>
        <InviteDialog open onOpenChange={nothing} />
      </Stage>,
    );
    expect(await screen.findByText('They will see everything in Northwind Studio: 1,000+ chats.')).toBeVisible();
  });

  it('is told to whoever accepts, before they do', async () => {
    const backend = createMemoryBackend(withLena(holding()));
    const link = await backend.as('amara').invitations?.link?.({ workspaceId: 'northwind', invitationId: 'for-lena' });
    const token = link?.url.split('#token=')[1] ?? expect.fail('There is no token.');
    render(
      <Stage entityKinds={KIND_WORDS} adapt={() => backend.as('lena')}>
        <AcceptInvitation token={token} onAccepted={nothing} />
      </Stage>,
    );
    expect(await screen.findByText(`Everything in Northwind Studio: ${CONTENTS}`)).toBeVisible();
  });
});

describe('the settings', () => {
  it('have shared items before activity, where the host has any', async () => {
    render(
      <Stage entityKinds={KIND_WORDS} memory={{ world: holding() }}>
        <WorkspaceSettings defaultSection="items" />
      </Stage>,
    );
    expect(await screen.findByRole('row', { name: /Weekly numbers/ })).toBeVisible();
    const sections = screen.getAllByRole('button').map((button) => button.textContent);
    expect(sections.indexOf('Activity')).toBe(sections.indexOf('Shared items') + 1);
  });

  it('have none where the host has registered nothing', async () => {
    render(
      <Stage memory={{ world: holding([], []) }}>
        <WorkspaceSettings />
      </Stage>,
    );
    expect(await screen.findByRole('button', { name: 'Activity' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Shared items' })).not.toBeInTheDocument();
  });
});
