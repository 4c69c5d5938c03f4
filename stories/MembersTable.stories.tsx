import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { MembersTable } from '../src/components/MembersTable/MembersTable.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { arrived } from './support/arrived.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { crowd, daysAgo, manyInvitations, northwind } from './support/northwind.js';
import { FROM_THE_RIGHT, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'> & Pick<Parameters<typeof MembersTable>[0], 'onLeft'>;

const meta = {
  title: 'Components/MembersTable',
  component: MembersTable,
  // What is looked at, by people and by axe, is the table with its rows.
  play: async ({ canvas }) => {
    await canvas.findAllByRole('rowheader');
  },
  args: { onLeft: () => undefined },
  render: ({ onLeft, memory, ...stage }) => {
    return (
      <Stage {...stage} memory={memory}>
        <MembersTable onLeft={onLeft} />
      </Stage>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** An owner's view: three invitations, fourteen members. */
export const Default: Story = {};

/** Owners also make billing contacts and hand the workspace over. */
export const AsOwner: Story = { args: { memory: { viewerId: 'amara' } } };

/** An admin manages members and admins, not the owner, and not the billing contact. */
export const AsAdmin: Story = { args: { memory: { viewerId: 'priya' } } };

/** A member sees who is here, and may leave. */
export const AsMember: Story = { args: { memory: { viewerId: 'tomas' } } };

/** A billing contact without a role of their own sees what a member sees. */
export const AsBillingContact: Story = {
  args: {
    memory: {
      viewerId: 'jonas',
      world: northwind({
        members: [
          { userId: 'amara', role: 'owner', joinedAt: daysAgo(200) },
          { userId: 'jonas', role: 'member', billingContact: true, joinedAt: daysAgo(100) },
        ],
      }),
    },
  },
};

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  members: { ...adapter.members, list: () => new Promise<never>(() => undefined) },
});

/** Rows at their final height, after 200 ms. */
export const Loading: Story = {
  args: { adapt: silent },
  play: async ({ canvas }) => {
    await canvas.findByRole('table', { busy: true });
  },
};

/** Never an empty list: what went wrong, what still holds, another try. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'members.list', new GuildhallError('internal')) },
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
};

/** Removed meanwhile, or never a member. */
export const Forbidden: Story = {
  args: { memory: { viewerId: 'tomas', world: northwind({ members: [{ userId: 'amara', role: 'owner' }] }) } },
  play: async ({ canvas }) => {
    await canvas.findByText('You cannot see these members');
  },
};

/** Nobody but the viewer: inviting is right here. */
export const OnlyYou: Story = {
  args: {
    memory: {
      world: northwind({ members: [{ userId: 'amara', role: 'owner', joinedAt: daysAgo(0) }], invitations: [] }),
    },
  },
};

/** No match on an address offers to invite it. */
export const NoMatch: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), 'leah@kite.studio');
    await canvas.findByRole('button', { name: 'Invite leah@kite.studio' });
  },
};

/** Some are selected: the bulk bar stands in the toolbar's place. */
export const Selected: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Select Tomás Herrera' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select Mei-Ling Chen' }));
  },
};

/** A role for several: who changes, and who has it already. */
export const ChangingRoles: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    for (const name of ['Tomás Herrera', 'Mei-Ling Chen', 'Priya Raghunathan']) {
      await userEvent.click(await canvas.findByRole('checkbox', { name: `Select ${name}` }));
    }
    await userEvent.click(await canvas.findByRole('button', { name: 'Change role' }));
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('menuitemradio', { name: /^Admin/ }));
    await page.findByRole('alertdialog');
    await arrived();
  },
};

/** The server refused one of two: whom and why; the other is done. */
export const SomeRolesRefused: Story = {
  args: {
    adapt: (adapter) =>
      failOn(adapter, 'members.update', new GuildhallError('conflict', { details: { reason: 'last_owner' } }), {
        times: 1,
      }),
  },
  play: async (context) => {
    await ChangingRoles.play?.(context);
    const page = within(context.canvasElement.ownerDocument.body);
    await context.userEvent.click(page.getByRole('button', { name: 'Change 2 roles' }));
    await page.findByRole('dialog', { name: '1 of 2 roles changed' });
    await arrived();
  },
};

/** A role for several that was given: what was done, and a way back, where it was done. */
export const RolesChanged: Story = {
  play: async (context) => {
    await ChangingRoles.play?.(context);
    const page = within(context.canvasElement.ownerDocument.body);
    await context.userEvent.click(page.getByRole('button', { name: 'Change 2 roles' }));
    await page.findByRole('button', { name: 'Undo' });
    await arrived();
  },
};

const selectTwo: Story['play'] = async ({ canvas, userEvent }) => {
  for (const name of ['Tomás Herrera', 'Mei-Ling Chen']) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: `Select ${name}` }));
  }
};

/** Removing several: what happens, and who is left out and why. */
export const RemovingSeveral: Story = {
  args: { memory: { viewerId: 'priya' } },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Select Amara Okafor' }));
    await selectTwo(context);
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove…' }));
    await within(context.canvasElement.ownerDocument.body).findByRole('alertdialog');
    await arrived();
  },
};

/** The server could not be reached for some: whom and why, with another try. */
export const SomeNotRemoved: Story = {
  args: {
    adapt: (adapter) =>
      failOn(adapter, 'members.remove', new GuildhallError('unavailable', { details: { reason: 'network' } })),
  },
  play: async (context) => {
    await selectTwo(context);
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Remove…' }));
    const page = within(context.canvasElement.ownerDocument.body);
    await context.userEvent.click(await page.findByRole('button', { name: 'Remove 2 people' }));
    await page.findByRole('button', { name: 'Try again' });
    await arrived();
  },
};

/** All that are loaded are selected: so can be all that match. */
export const SelectingAll: Story = {
  args: { memory: { world: crowd(450) } },
  play: async ({ canvas, userEvent }) => {
    const members = within(await canvas.findByRole('table', { name: 'Members', busy: false }));
    for (const box of members.getAllByRole('checkbox', { name: /^Select / }).slice(2, 3)) await userEvent.click(box);
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Select all that are loaded' }));
    await canvas.findByRole('button', { name: 'Select all that match' });
  },
};

const noSecondPage = (adapter: GuildhallAdapter, answer: () => Promise<never>): GuildhallAdapter => ({
  ...adapter,
  members: {
    ...adapter.members,
    list: (input, call) => (input.limit === 200 ? answer() : adapter.members.list(input, call)),
  },
});

/** Exporting takes a while in a large workspace, and can be stopped. */
export const Exporting: Story = {
  args: { adapt: (adapter) => noSecondPage(adapter, () => new Promise(() => undefined)) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export as CSV' }));
    await canvas.findByRole('button', { name: /^Stop exporting/ });
  },
};

/** What was not exported says why. */
export const ExportFailed: Story = {
  args: { adapt: (adapter) => noSecondPage(adapter, () => Promise.reject(new GuildhallError('internal'))) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export as CSV' }));
    await canvas.findByText(/^Not exported/);
  },
};

/** Removing says what happens, and to whom. */
export const Removing: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Actions for Tomás Herrera' }));
    const page = canvasElement.ownerDocument.body;

    const item = await within(page).findByRole('menuitem', { name: 'Remove from workspace…' });
    await userEvent.click(item);
    await within(page).findByRole('alertdialog');
    await arrived();
  },
};

/** What cannot be done says why: the only owner cannot leave. */
export const OpenMenu: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Actions for Amara Okafor' }));
    await within(canvasElement.ownerDocument.body).findByRole('menuitem', { name: /Leave workspace/ });
    await arrived();
  },
};

/** Expired, expiring, not delivered; three, then all. */
export const ExpiringInvitations: Story = { args: { memory: { world: northwind({ invitations: manyInvitations }) } } };

/** Ten thousand members: rows are there while they are in sight. */
export const TenThousand: Story = { args: { memory: { world: crowd(10_000) } } };

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Cholmondeley von und zu Hohenlohe';

/** Names and addresses that do not fit, and other scripts. */
export const LongNames: Story = {
  play: async ({ canvas }) => {
    await canvas.findByText(/@studio-kite\.com/);
    const titled = canvas.getAllByRole('rowheader').map((cell) => cell.querySelector('.gh-row-first') ?? cell);
    const roles = canvas
      .getAllByRole('row')
      .flatMap((row) => row.querySelector('[role="rowheader"] + [role="cell"]') ?? []);
    await expect(roles).toHaveLength(titled.length);
    for (const [index, role] of roles.entries()) {
      const end = titled[index]?.getBoundingClientRect().right;
      await expect(end).toBeLessThanOrEqual(role.getBoundingClientRect().left);
    }
  },
  args: {
    memory: {
      world: northwind({
        users: [
          { id: 'amara', name: LONG, email: `${'a'.repeat(60)}@northwind.studio` },
          { id: 'jonas', name: LONG, email: 'jonas@northwind.studio' },
          { id: 'yuki', name: '佐藤 由紀', email: 'yuki@northwind.studio' },
          { id: 'nour', name: 'نور حداد', email: 'nour@northwind.studio' },
          { id: 'bare', name: 'no-name@northwind.studio', email: 'no-name@northwind.studio' },
        ],
        members: [
          { userId: 'amara', role: 'owner' },
          { userId: 'jonas', role: 'admin', billingContact: true },
          { userId: 'yuki', role: 'member' },
          { userId: 'nour', role: 'member' },
          { userId: 'bare', role: 'member' },
        ],
        invitations: [{ id: 'long', email: `${'b'.repeat(60)}@studio-kite.com`, role: 'admin', invitedBy: 'jonas' }],
      }),
    },
  },
};

/** Logical throughout: the same table from right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** Less than 560 pixels wide: rows of 68, targets of 44. */
export const Phone: Story = { args: { width: 358, padding: 16 } };

/** On a phone avatars are what selects. */
export const SelectedOnAPhone: Story = {
  args: { width: 358, padding: 16 },
  play: async (context) => {
    await Selected.play?.(context);
  },
};

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

const offline = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  subscribe: (_input, listener) => {
    listener.onStatus?.('offline');
    return () => undefined;
  },
});

/** The last data stays, and says what it is. */
export const Offline: Story = { args: { adapt: offline } };

/** A backend that can list members, and nothing else. */
export const FewFeatures: Story = {
  args: {
    memory: {
      omit: [
        'members.update',
        'members.remove',
        'members.leave',
        'members.transferOwnership',
        'invitations.list',
        'invitations.create',
      ],
      supports: { search: false, memberSorts: ['joinedAt'] },
    },
  },
};

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };
