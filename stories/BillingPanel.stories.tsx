import type { Meta, StoryObj } from '@storybook/react-vite';
import { BillingPanel } from '../src/components/BillingPanel/index.js';
import type { World } from '../src/testing/world.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { northwind } from './support/northwind.js';
import { paying } from './support/paying.js';
import { press } from './support/press.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { FROM_THE_RIGHT, longNamed, offline, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const meta = {
  title: 'Billing/BillingPanel',
  component: BillingPanel,
  args: { memory: { world: paying('healthy') } },
  render: (stage) => (
    <Stage {...stage}>
      <BillingPanel />
    </Stage>
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A plan that counts its members. */
export const Default: Story = {};

/** The next bill, line by line. */
export const WithLines: Story = { play: press({ role: 'button', name: 'Show lines' }) };

/** Nothing to pay: what a plan would give, and what it would cost. */
export const Free: Story = { args: { memory: { world: paying('free') } } };

/** One price for everybody. */
export const Flat: Story = { args: { memory: { world: paying('flat') } } };

/** Seats that are bought ahead. */
export const Prepaid: Story = { args: { memory: { world: paying('prepaid') } } };

/** More seats, with what that costs. */
export const ChangingSeats: Story = { ...Prepaid, play: press({ role: 'button', name: 'Change seats' }) };

const unpayable = (): World => {
  const world = paying('prepaid');
  return {
    ...world,
    workspaces: world.workspaces.map((one) => ({ ...one, billing: { ...one.billing, paymentMethods: [] } })),
  };
};

/** More seats with nothing to pay with: that comes first, and the number stays. */
export const SeatsWithoutMethod: Story = { ...ChangingSeats, args: { memory: { world: unpayable() } } };

/** A trial. */
export const Trialing: Story = { args: { memory: { world: paying('trialing') } } };

/** Somebody cancelled it. */
export const Cancelling: Story = { args: { memory: { world: paying('cancelling') } } };

/** What cancelling means, before it is done. */
export const AskingToCancel: Story = { play: press({ role: 'button', name: 'Cancel plan' }) };

/** A change that waits for the end of what is paid. */
export const Scheduled: Story = { args: { memory: { world: paying('scheduled') } } };

/** Credit that the next bill uses up. */
export const WithCredit: Story = {
  args: { memory: { world: paying('credit') } },
  play: press({ role: 'button', name: 'Show lines' }),
};

/** A payment failed: why, what it means, and the way out. */
export const PastDue: Story = { args: { memory: { world: paying('past_due') } } };

/** The same, long ago: nobody new can be invited. */
export const GraceOver: Story = { args: { memory: { world: paying('grace_over') } } };

/** A currency without decimals. */
export const Yen: Story = { args: { memory: { world: paying('jpy') } } };

/** Who may not see it learns whom to ask. */
export const AsMember: Story = { args: { memory: { world: paying('healthy'), viewerId: 'tomas' } } };

/** A billing contact sees all, and chooses no contacts. */
export const AsBillingContact: Story = { args: { memory: { world: paying('healthy'), viewerId: 'jonas' } } };

/** The host has not set billing up. */
export const Off: Story = { args: { memory: { world: northwind() } } };

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  ...(adapter.billing && { billing: { ...adapter.billing, get: () => new Promise<never>(() => undefined) } }),
});

/** Its sections on their way, after 200 ms. */
export const Loading: Story = { args: { adapt: silent } };

/** What went wrong, and another try. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'billing.get', new GuildhallError('internal'), { times: 1 }) },
};

/** On a phone. */
export const Narrow: Story = { args: { width: 390, padding: 16 } };

/** Its sections on their way, on a phone. */
export const NarrowLoading: Story = { args: { ...Loading.args, width: 390, padding: 16 } };

/** A failed payment on a phone: the button that pays is the first thing. */
export const NarrowPastDue: Story = { args: { width: 390, padding: 16, memory: { world: paying('past_due') } } };

/** A change that was made: what it is now, and what was paid. */
export const Changed: Story = {
  play: press(
    { role: 'button', name: 'Change plan' },
    { role: 'button', name: 'Choose Business' },
    { role: 'button', name: /and pay/ },
  ),
};

const unconfirmed = (adapter: GuildhallAdapter): GuildhallAdapter => {
  const { billing } = adapter;
  if (!billing) return adapter;
  const get: typeof billing.get = async (...given) => ({ ...(await billing.get(...given)), status: 'incomplete' });
  return { ...adapter, billing: { ...billing, get } };
};

/** A first payment that the bank asks about, and that nobody has confirmed. */
export const Unconfirmed: Story = { args: { memory: { world: paying('free') }, adapt: unconfirmed } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** What is here may be old, and says so where it matters. */
export const Offline: Story = { args: { adapt: offline } };

/** Names and addresses that do not fit. */
export const LongNames: Story = { args: { adapt: longNamed } };

/** From right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };
