import type { Meta, StoryObj } from '@storybook/react-vite';
import { InvoiceHistory } from '../src/components/InvoiceHistory/index.js';
import { GuildhallError } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { FROM_THE_RIGHT, slow, stalled } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const meta = {
  title: 'Billing/InvoiceHistory',
  component: InvoiceHistory,
  args: { memory: { world: paying('healthy') } },
  render: (stage) => (
    <Stage {...stage}>
      <InvoiceHistory />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Older ones come when they are asked for: what stands below stays in reach. */
export const Default: Story = {};

/** None yet. */
export const Empty: Story = { args: { memory: { world: paying('free') } } };

/** The newest has not been paid. */
export const PastDue: Story = { args: { memory: { world: paying('past_due') } } };

/** A currency without decimals. */
export const Yen: Story = { args: { memory: { world: paying('jpy') } } };

/** Never an empty list: what went wrong, and another try. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'billing.invoices', new GuildhallError('internal'), { times: 1 }) },
};

/** On a phone each invoice is two lines. */
export const Narrow: Story = { args: { width: 390, padding: 16 } };

/** On its way. */
export const Loading: Story = { args: { adapt: stalled } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };
