import type { Meta, StoryObj } from '@storybook/react-vite';
import { PlanPicker } from '../src/components/PlanPicker/index.js';
import type { PlanPickerProps } from '../src/components/PlanPicker/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { paying } from './support/paying.js';
import { press } from './support/press.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { failing, FROM_THE_RIGHT, slow, stalled } from './support/seeds.js';

interface StoryArgs
  extends Omit<StageProps, 'children' | 'theme' | 'messages'>, Pick<PlanPickerProps, 'onDone' | 'onBack'> {}

const nothing = () => undefined;

const meta = {
  title: 'Billing/PlanPicker',
  component: PlanPicker,
  args: { memory: { world: paying('healthy') }, onBack: nothing, width: 880 },
  render: ({ onDone, onBack, ...stage }) => (
    <Stage {...stage}>
      <PlanPicker onDone={onDone} onBack={onBack} onCancelPlan={nothing} onChangeSeats={nothing} />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What each would really cost this workspace, and how that differs from now. */
export const Default: Story = {};

/** Paid for the year, with the months that this saves. */
export const Yearly: Story = { play: press({ role: 'radio', name: /^Yearly/ }) };

/** Nothing is paid for yet: a trial comes first. */
export const FromFree: Story = { args: { memory: { world: paying('free') } } };

/** A plan whose seats are bought ahead. */
export const Prepaid: Story = { args: { memory: { world: paying('prepaid') } } };

/** Going up: paid for what is left of the month, at once. */
export const GoingUp: Story = { play: press({ role: 'button', name: 'Choose Business' }) };

/** Going down: nothing now, and the plan stays until it is used up. */
export const GoingDown: Story = {
  args: { memory: { world: paying('prepaid') } },
  play: press({ role: 'button', name: 'Choose Team' }),
};

/** A trial starts without anything to pay with. */
export const Trial: Story = {
  args: { memory: { world: paying('free') } },
  play: press({ role: 'button', name: 'Choose Team' }),
};

/** The bank says no: nothing was charged, and all stays as it was. */
export const Declined: Story = {
  ...GoingUp,
  args: {
    adapt: (adapter) =>
      failOn(adapter, 'billing.subscribe', new GuildhallError('payment_required', { details: { reason: 'declined' } })),
  },
  play: press({ role: 'button', name: 'Choose Business' }, { role: 'button', name: /and pay/ }),
};

const endless = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  ...(adapter.billing && { billing: { ...adapter.billing, subscribe: () => new Promise<never>(() => undefined) } }),
});

/** While it is paid the button says so, at the same width. */
export const Paying: Story = {
  args: { adapt: endless },
  play: press({ role: 'button', name: 'Choose Business' }, { role: 'button', name: /and pay/ }),
};

/** The same plan, paid by the year from now on. */
export const PayingYearly: Story = {
  play: press({ role: 'radio', name: /^Yearly/ }, { role: 'button', name: 'Choose Team' }),
};

/** On a phone: one after the other, the paying button in reach of the thumb. */
export const Narrow: Story = { args: { width: 390, padding: 16 } };

/** The same, when a plan is chosen. */
export const NarrowGoingUp: Story = { ...GoingUp, args: { width: 390, padding: 16 } };

/** On its way. */
export const Loading: Story = { args: { adapt: stalled } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** What went wrong, and another try. */
export const Failed: Story = { args: { adapt: failing } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** Nothing is changed before what is due is paid. */
export const PastDue: Story = { args: { memory: { world: paying('past_due') } } };
