import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { turn } from '../.storybook/turned.js';
import { installStripeStandIn } from '../server/stripe-simulator/browser/index.js';
import { PaymentMethods } from '../src/components/PaymentMethods/index.js';
import { paying } from './support/paying.js';
import { press } from './support/press.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { failing, FROM_THE_RIGHT, slow, stalled } from './support/seeds.js';

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

/** On its way. */
export const Loading: Story = { args: { adapt: stalled } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** What went wrong, and another try. */
export const Failed: Story = { args: { adapt: failing } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** Another one is added: the next bill may be paid with it. */
export const AddingAnother: Story = {
  beforeEach: () => installStripeStandIn(),
  play: async (context) => {
    await press({ role: 'button', name: 'Add payment method' })(context);
    const tick = await within(context.canvasElement).findByRole('checkbox', { name: 'Use it for the next bill' });
    await press({ role: 'checkbox', name: 'Use it for the next bill' })(context);
    await expect(tick).toBeChecked();
  },
};

/** The host turns dark while the form is open: so does what is Stripe's. */
export const TurningDark: Story = {
  beforeEach: () => installStripeStandIn(),
  play: async (context) => {
    await press({ role: 'button', name: 'Add payment method' })(context);
    const dialog = await within(context.canvasElement.ownerDocument.body).findByRole('dialog');
    const frame = await waitFor(() => {
      const found = dialog.querySelector('iframe');
      if (found === null) throw new Error("Stripe's form has not come.");
      return found;
    });
    await expect(frame.style.colorScheme).toBe('light');
    turn({ scheme: 'dark', direction: 'ltr' });
    await waitFor(() => expect(frame.style.colorScheme).toBe('dark'));
  },
};
