import type { Meta, StoryObj } from '@storybook/react-vite';
import { BillingForbidden } from '../src/components/BillingForbidden/index.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const meta = {
  title: 'Billing/BillingForbidden',
  component: BillingForbidden,
  args: { memory: { world: paying('healthy'), viewerId: 'tomas' } },
  render: (stage) => (
    <Stage {...stage}>
      <BillingForbidden />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Whom to ask, by name. No price. */
export const Default: Story = {};

/** An admin who is no billing contact sees the same. */
export const AsAdmin: Story = { args: { memory: { world: paying('healthy'), viewerId: 'priya' } } };

/** On a phone. */
export const Narrow: Story = { args: { width: 390, padding: 16 } };
