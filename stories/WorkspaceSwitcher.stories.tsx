import { Dialog } from '@radix-ui/themes';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, screen, waitFor, within } from 'storybook/test';
import { WorkspaceSwitcher } from '../src/components/WorkspaceSwitcher/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { branches, studios } from './support/studios.js';
import { FROM_THE_RIGHT, offline, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'> &
  Pick<Parameters<typeof WorkspaceSwitcher>[0], 'onSwitch' | 'onManage' | 'shortcuts' | 'shortcut'>;

/** A host that opens what is chosen, as every host does. */
function Host({ onSwitch, onManage, shortcuts, shortcut, workspaceId = 'northwind', memory, ...stage }: StoryArgs) {
  const [openId, setOpenId] = useState(workspaceId);
  return (
    <Stage width={239} padding={8} {...stage} workspaceId={openId} memory={{ world: studios(), ...memory }}>
      <WorkspaceSwitcher
        onSwitch={(workspace) => {
          setOpenId(workspace.id);
          onSwitch(workspace);
        }}
        onManage={onManage}
        shortcuts={shortcuts}
        shortcut={shortcut}
      />
    </Stage>
  );
}

const ARGS: Pick<StoryArgs, 'onSwitch'> = { onSwitch: () => undefined };

const meta = {
  title: 'Components/WorkspaceSwitcher',
  component: WorkspaceSwitcher,
  parameters: { frame: 'edge' },
  args: ARGS,
  render: (args) => <Host {...args} />,
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

const open: NonNullable<Story['play']> = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: /Northwind Studio/ }));
  await screen.findAllByRole('option');
};

/** At the top of a sidebar; the badge counts the invitations that wait. */
export const Closed: Story = {};

/** What waits, then one's workspaces; the arrow keys move, Enter switches. */
export const Open: Story = { play: open };

/** With the host's settings screen, and shortcuts where the host wants them. */
export const WithSettingsAndShortcuts: Story = {
  args: { onManage: () => undefined, shortcuts: true },
  play: open,
};

/** Opened from elsewhere by its shortcut: the focus goes back there. */
export const OpenedByShortcut: Story = {
  args: { shortcut: 'mod+k' },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('button', { name: /Northwind Studio/ });
    const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? 'Meta' : 'Control';
    await userEvent.keyboard(`{${mod}>}k{/${mod}}`);
    await screen.findAllByRole('option');
  },
};

/** Typing searches on the server. */
export const Searching: Story = {
  args: { memory: { world: studios(branches(300)) } },
  play: async (context) => {
    await open(context);
    await context.userEvent.type(screen.getByRole('combobox'), 'kyoto');
    const found = await screen.findByRole('option', { name: /Kyoto studio 11 / });
    // It is there before its menu has faded in.
    await waitFor(() => expect(found).toBeVisible());
  },
};

/** Nothing is called that. */
export const NoMatches: Story = {
  play: async (context) => {
    await open(context);
    await context.userEvent.type(screen.getByRole('combobox'), 'zebra');
    await screen.findByText(/No workspace matches/);
  },
};

/** Three hundred, loaded as one scrolls. */
export const Hundreds: Story = { args: { memory: { world: studios(branches(300)) } }, play: open };

/** The workspace filled up meanwhile: the reason stands where it was tried. */
export const AcceptRefused: Story = {
  args: {
    adapt: (adapter) =>
      failOn(
        adapter,
        'invitations.accept',
        new GuildhallError('limit_exceeded', { details: { limit: 'members', max: 10, used: 10 } }),
      ),
  },
  play: async (context) => {
    await open(context);
    await context.userEvent.click(screen.getByRole('button', { name: 'Accept the invitation to Harbour & Pine' }));
    await screen.findByText('This workspace is full: 10 of 10 places are taken.');
  },
};

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  workspaces: { ...adapter.workspaces, get: () => new Promise<never>(() => undefined) },
});

/** The workspace is on its way. */
export const Loading: Story = { args: { adapt: silent } };

/** It did not load; the others can still be chosen. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.get', new GuildhallError('internal')) },
};

/** Neither does the list. */
export const ListFailed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.list', new GuildhallError('internal')) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Northwind Studio/ }));
    await screen.findByText(/Your workspaces did not load/);
  },
};

/** None is open: removed from it, say. */
export const NoneOpen: Story = { args: { workspaceId: 'gone' } };

/** A backend without search, invitations or new workspaces. */
export const FewFeatures: Story = {
  args: {
    memory: {
      omit: ['workspaces.create', 'invitations.mine', 'invitations.accept', 'invitations.decline'],
      supports: { search: false },
    },
  },
  play: open,
};

/** Names that do not fit. */
export const LongNames: Story = {
  args: {
    workspaceId: 'long',
    memory: {
      world: studios([
        {
          id: 'long',
          name: 'Wolfeschlegelsteinhausenbergerdorff & Featherstonehaugh International, Department of Long Names',
          members: [{ userId: 'amara', role: 'owner' }],
        },
      ]),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Wolfeschlegel/ }));
    await screen.findByRole('option', { name: /Wolfeschlegel/ });
  },
};

/** In a modal sheet of the host's, which makes everything outside of itself inert. */
export const InASheet: Story = {
  args: { width: 400 },
  render: (args) => (
    <Dialog.Root open>
      <Dialog.Content aria-describedby={undefined}>
        <Dialog.Title>Menu</Dialog.Title>
        <Host {...args} />
      </Dialog.Content>
    </Dialog.Root>
  ),
  play: async ({ userEvent }) => {
    const sheet = within(screen.getByRole('dialog', { name: 'Menu' }));
    await userEvent.click(await sheet.findByRole('button', { name: /Northwind Studio/ }));
    await userEvent.click(await sheet.findByRole('option', { name: /Atlas/ }));
    await sheet.findByRole('button', { name: /Atlas/ });
  },
};

/** Logical throughout: the same from right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT, play: open };

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' }, play: open };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** What is here may be old, and says so where it matters. */
export const Offline: Story = { args: { adapt: offline } };
