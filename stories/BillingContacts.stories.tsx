import type { Meta, StoryObj } from '@storybook/react-vite';
import { BillingContacts } from '../src/components/BillingContacts/index.js';
import { GuildhallError } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const meta = {
  title: 'Billing/BillingContacts',
  component: BillingContacts,
  args: { memory: { world: paying('healthy') } },
  render: (stage) => (
    <Stage {...stage}>
      <BillingContacts />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Owners, and whom they chose. */
export const Default: Story = {};

/** A billing contact sees who else does, and cannot change it. */
export const AsContact: Story = { args: { memory: { world: paying('healthy'), viewerId: 'jonas' } } };

/** Nothing changes where the server says no. */
export const Refused: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'members.update', new GuildhallError('internal'), { times: 1 }) },
};

/** On a phone. */
export const Narrow: Story = { args: { width: 390, padding: 16 } };
