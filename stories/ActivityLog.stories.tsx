import type { Meta, StoryObj } from '@storybook/react-vite';
import { ActivityLog } from '../src/components/ActivityLog/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { ActivityEntry, GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { happenings, withActivity } from './support/studios.js';
import { FROM_THE_RIGHT, offline, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'>;

const ARGS: Pick<StoryArgs, 'adapt'> = { adapt: withActivity(happenings(24)) };

const meta = {
  title: 'Components/ActivityLog',
  component: ActivityLog,
  args: ARGS,
  render: ({ memory, ...stage }) => {
    return (
      <Stage {...stage} memory={memory}>
        <ActivityLog />
      </Stage>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** One of everything that can happen, day by day. */
export const Default: Story = {};

/** Times as they are written on a clock of 24 hours. */
export const TwentyFourHours: Story = { args: { locale: 'en-GB' } };

/** Earlier days come as one scrolls. */
export const ManyDays: Story = { args: { adapt: withActivity(happenings(90)) } };

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  activity: { list: () => new Promise<never>(() => undefined) },
});

/** Rows on their way, after 200 ms. */
export const Loading: Story = { args: { adapt: silent } };

/** Never an empty list: what went wrong, and another try. */
export const Failed: Story = {
  args: {
    adapt: (adapter) =>
      failOn(withActivity(happenings(22))(adapter), 'activity.list', new GuildhallError('internal'), { times: 1 }),
  },
};

const failsLater = (adapter: GuildhallAdapter): GuildhallAdapter => {
  const { activity } = withActivity(happenings(40))(adapter);
  return {
    ...adapter,
    activity: {
      list: async (input) => {
        if (input.cursor !== undefined) throw new GuildhallError('internal');
        return (await activity?.list(input)) ?? { items: [], nextCursor: null, seq: 1 };
      },
    },
  };
};

/** The first page holds when a later one does not load. */
export const EarlierDaysFailed: Story = { args: { adapt: failsLater } };

/** Nothing yet. */
export const Empty: Story = { args: { adapt: withActivity([]) } };

/** A member learns whom to ask. */
export const AsMember: Story = { args: { memory: { viewerId: 'tomas' } } };

const long = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Cholmondeley von und zu Hohenlohe';
const longEntries: ActivityEntry[] = happenings(6).map((entry) => ({
  ...entry,
  actor: { userId: 'long', name: long, email: 'long@northwind.studio', imageUrl: null },
}));

/** Names that do not fit on a line go on to the next. */
export const LongNames: Story = { args: { adapt: withActivity(longEntries) } };

/** Logical throughout: the same log from right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** Less than 560 pixels wide. */
export const Phone: Story = { args: { width: 358, padding: 16 } };

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: (adapter) => slow(withActivity(happenings(22))(adapter)) } };

/** What is here may be old, and says so where it matters. */
export const Offline: Story = { args: { adapt: (adapter) => offline(withActivity(happenings(22))(adapter)) } };
