import type { Meta, StoryObj } from '@storybook/react-vite';
import { BillingDetails } from '../src/components/BillingDetails/index.js';
import { GuildhallError } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { failing, FROM_THE_RIGHT, longNamed, slow, stalled } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const taxIdInvalid = new GuildhallError('conflict', { details: { reason: 'tax_id_invalid' } });

const meta = {
  title: 'Billing/BillingDetails',
  component: BillingDetails,
  args: { memory: { world: paying('healthy') } },
  render: (stage) => (
    <Stage {...stage}>
      <BillingDetails />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Company, address and tax id, as invoices print them. */
export const Default: Story = {};

/** Nothing is known yet: invoices name the workspace. */
export const Unset: Story = { args: { memory: { world: paying('free') } } };

/** The register does not know this id. */
export const Refused: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'billing.updateDetails', taxIdInvalid, { times: 1 }) },
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
