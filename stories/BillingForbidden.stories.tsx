import type { Meta, StoryObj } from '@storybook/react-vite';
import { BillingForbidden } from '../src/components/BillingForbidden/index.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { failing, FROM_THE_RIGHT, longNamed, slow, stalled } from './support/seeds.js';

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

/** On its way. */
export const Loading: Story = { args: { adapt: stalled } };

/** What went wrong, and another try. */
export const Failed: Story = { args: { adapt: failing } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** Names and addresses that do not fit. */
export const LongNames: Story = { args: { adapt: longNamed } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };
