import type { Meta, StoryObj } from '@storybook/react-vite';
import { screen } from 'storybook/test';
import '../src/components/PaymentMethods/AddPaymentMethodDialog.js';
import { createMemoryBackend } from '../src/adapters/memory/index.js';
import { AddPaymentMethod } from '../src/components/PaymentMethods/index.js';
import { fakeStripe } from './support/fakeStripe.js';
import { paying } from './support/paying.js';
import { failing, FROM_THE_RIGHT, ON_A_PHONE, stalled } from './support/seeds.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const nothing = () => undefined;

/** What Stripe.js says it is when it is asked, so that its loader does not warn of another. */
const VERSION = 'endive';

const meta = {
  title: 'Billing/AddPaymentMethod',
  args: { memory: { world: paying('healthy') } },
  // Stripe's own form comes from Stripe alone: here is what stands in for it.
  beforeEach: () => {
    const stripe = fakeStripe(createMemoryBackend(paying('healthy')));
    Object.assign(window, { Stripe: Object.assign(() => stripe, { version: VERSION }) });
    return () => void Reflect.deleteProperty(window, 'Stripe');
  },
  play: async () => {
    await screen.findByRole('dialog', undefined, { timeout: 10_000 });
  },
  render: (stage) => (
    <Stage {...stage}>
      <AddPaymentMethod workspaceId="northwind" onAdded={nothing} onClose={nothing} asksForNextBill />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Stripe's form has come. */
export const Default: Story = {};

/** It is on its way: the frame stands, the button waits. */
export const Loading: Story = { args: { adapt: stalled } };

/** What it needs did not load. */
export const Failed: Story = {
  args: { adapt: failing },
  play: async () => {
    await screen.findByRole('button', { name: 'Try again' }, { timeout: 10_000 });
  },
};

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** As wide as a phone. */
export const Phone: Story = { args: { ...ON_A_PHONE } };
