import type { Meta, StoryObj } from '@storybook/react-vite';
import { BillingContacts } from '../src/components/BillingContacts/index.js';
import { GuildhallError } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { failing, FROM_THE_RIGHT, longNamed, refusing, slow, stalled } from './support/seeds.js';

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

/** On its way. */
export const Loading: Story = { args: { adapt: stalled } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** What went wrong, and another try. */
export const Failed: Story = { args: { adapt: failing } };

/** Names and addresses that do not fit. */
export const LongNames: Story = { args: { adapt: longNamed } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** Not for this viewer. */
export const Forbidden: Story = { args: { adapt: refusing } };
