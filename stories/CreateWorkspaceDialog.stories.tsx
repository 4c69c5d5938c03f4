import type { Meta, StoryObj } from '@storybook/react-vite';
import { screen } from 'storybook/test';
import { CreateWorkspaceDialog } from '../src/components/CreateWorkspaceDialog/index.js';
import { failOn } from '../src/testing/failOn.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { FROM_THE_RIGHT, ON_A_PHONE } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'> &
  Pick<Parameters<typeof CreateWorkspaceDialog>[0], 'onCreated' | 'onClose'>;

const ARGS: Pick<StoryArgs, 'onCreated' | 'onClose'> = { onCreated: () => undefined, onClose: () => undefined };

const meta = {
  title: 'Components/CreateWorkspaceDialog',
  component: CreateWorkspaceDialog,
  args: ARGS,
  render: ({ onCreated, onClose, ...stage }) => (
    <Stage {...stage}>
      <CreateWorkspaceDialog onCreated={onCreated} onClose={onClose} />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Says who will see it before it is made. */
export const Default: Story = {};

/** No name, no workspace. */
export const WithoutName: Story = {
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Create workspace' }));
    await screen.findByText('Give it a name.');
  },
};

/** What was typed stays when making it fails. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.create', undefined, { times: 1 }) },
  play: async ({ userEvent }) => {
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Harbour & Pine{Enter}');
    await screen.findByText(/Not created/);
  },
};

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** As wide as a phone. */
export const Phone: Story = { args: { ...ON_A_PHONE } };
