import type { Meta, StoryObj } from '@storybook/react-vite';
import { SharingBadge } from '../src/components/SharingBadge/SharingBadge.js';
import { Stage } from './support/Stage.js';
import { FROM_THE_RIGHT } from './support/seeds.js';

const meta = {
  title: 'Components/SharingBadge',
  component: SharingBadge,
  render: (args) => (
    <Stage>
      <SharingBadge {...args} />
    </Stage>
  ),
} satisfies Meta<typeof SharingBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The people of its workspace alone. */
export const Private: Story = { args: { sharing: 'private' } };

/** The exception stands out. */
export const Public: Story = { args: { sharing: 'public' } };

/** From right to left. */
export const RightToLeft: Story = { args: { sharing: 'public' }, globals: FROM_THE_RIGHT };
