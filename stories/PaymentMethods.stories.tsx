import type { Meta, StoryObj } from '@storybook/react-vite';
import { PaymentMethods } from '../src/components/PaymentMethods/index.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const meta = {
  title: 'Billing/PaymentMethods',
  component: PaymentMethods,
  args: { memory: { world: paying('healthy') } },
  render: (stage) => (
    <Stage {...stage}>
      <PaymentMethods />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The default first; what expires soon says so. */
export const Default: Story = {};

/** Nothing to pay, nothing to pay with. */
export const None: Story = { args: { memory: { world: paying('free') } } };

/** The one that the bank said no to. */
export const Declined: Story = { args: { memory: { world: paying('past_due') } } };

/** On a phone. */
export const Narrow: Story = { args: { width: 390, padding: 16 } };
