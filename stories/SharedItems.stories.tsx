import type { Meta, StoryObj } from '@storybook/react-vite';
import { within } from 'storybook/test';
import { SharedItems } from '../src/components/SharedItems/SharedItems.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { arabicKinds } from './support/arabicKinds.js';
import { arrived } from './support/arrived.js';
import { ENTITY_KINDS, holding, KIND_WORDS, manyChats, someChats } from './support/holding.js';
import { daysAgo, northwind } from './support/northwind.js';
import { press } from './support/press.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { FROM_THE_RIGHT, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'> & Pick<Parameters<typeof SharedItems>[0], 'onOpen'>;

const meta = {
  title: 'Components/SharedItems',
  component: SharedItems,
  // What is looked at, by people and by axe, is the list with its rows.
  play: async ({ canvas }) => {
    await canvas.findAllByRole('rowheader');
  },
  args: { onOpen: () => undefined },
  render: ({ onOpen, memory, ...stage }) => {
    return (
      <Stage entityKinds={KIND_WORDS} {...stage} memory={{ world: holding(), ...memory }}>
        <SharedItems onOpen={onOpen} />
      </Stage>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Kind by kind, the latest change first, whoever made it. */
export const Default: Story = {};

/** A member reads everything, and says who can open what they have made themselves. */
export const AsMember: Story = { args: { memory: { viewerId: 'tomas' } } };

/** Rows at their final place, after 200 ms. */
export const Loading: Story = {
  args: {
    adapt: (adapter) => withList(adapter, () => new Promise<never>(() => undefined)),
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('grid', { busy: true });
  },
};

/** Never an empty list: what went wrong, and another try. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'entities.list', new GuildhallError('internal'), { times: 1 }) },
  play: async ({ canvas }) => {
    await canvas.findByText('Chats did not load');
  },
};

/** Not even what there is came. */
export const AllFailed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'entities.counts', new GuildhallError('internal')) },
  play: async ({ canvas }) => {
    await canvas.findByText('The shared items did not load');
  },
};

type EntitiesOf = NonNullable<GuildhallAdapter['entities']>;

function withList(adapter: GuildhallAdapter, list: EntitiesOf['list']): GuildhallAdapter {
  return adapter.entities ? { ...adapter, entities: { ...adapter.entities, list } } : adapter;
}

/** A kind whose table is not as it was registered; the others are there. */
const withoutPrompts = (adapter: GuildhallAdapter): GuildhallAdapter => {
  const { entities } = adapter;
  if (entities === undefined) return adapter;
  const gone = new GuildhallError('unavailable', { details: { reason: 'entity_kind' } });
  return {
    ...adapter,
    entities: {
      ...entities,
      list: (input, call) => (input.kind === 'prompt' ? Promise.reject(gone) : entities.list(input, call)),
      counts: async (input, call) => {
        const answer = await entities.counts(input, call);
        const counts = answer.counts.map((one) => (one.kind === 'prompt' ? { ...one, count: null } : one));
        return { ...answer, counts };
      },
    },
  };
};

/** One kind cannot be read: it says so, and the other kinds work. */
export const OneKindUnavailable: Story = {
  args: { adapt: withoutPrompts },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: /^Prompts/ }));
    await canvas.findByText('Prompts cannot be shown right now');
  },
};

/** Nothing of this kind yet. */
export const EmptyKind: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('tab', { name: /^Files/ }));
    await canvas.findByText('Nothing here yet');
  },
};

/** The host shares nothing. */
export const NothingShared: Story = {
  args: { memory: { world: holding([], []) } },
  play: async ({ canvas }) => {
    await canvas.findByText('Nothing is shared here yet');
  },
};

/** Nothing is like what was searched for. */
export const NoMatch: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), 'winter');
    await canvas.findByText(/Nothing here matches/);
  },
};

/** What one person has made. */
export const ByOnePerson: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Made by/ }));
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('menuitemradio', { name: 'Made by Lucía Fernández' }));
    await canvas.findByRole('button', { name: 'Made by: Made by Lucía Fernández' });
  },
};

const pressAll =
  (...targets: readonly { role: string; name: string }[]) =>
  async (context: { canvasElement: HTMLElement }): Promise<void> => {
    await press(...targets)(context);
    await arrived();
  };

const MENU = { role: 'button', name: 'Actions for Weekly numbers' };
const OPEN = { role: 'menuitem', name: 'Open to anyone with the link…' };

/** What can be done with an item. */
export const OpenMenu: Story = { play: pressAll(MENU) };

/** A member cannot change it for others’ items, and reads why. */
export const NotYours: Story = { args: { memory: { viewerId: 'tomas' } }, play: pressAll(MENU) };

/** Before anything becomes public it says what will happen, and to whom. */
export const OpeningToAnyone: Story = { play: pressAll(MENU, OPEN) };

/** Closing it again says so too. */
export const Closing: Story = {
  play: pressAll(
    { role: 'button', name: 'Actions for Press kit, draft 3' },
    { role: 'menuitem', name: 'Close to all but this workspace…' },
  ),
};

/** Refused: the row is as it was, and the reason stands above. */
export const Refused: Story = {
  args: {
    adapt: (adapter) =>
      failOn(adapter, 'entities.setSharing', new GuildhallError('forbidden', { details: { reason: 'not_creator' } })),
  },
  play: async (context) => {
    await press(MENU, OPEN, { role: 'button', name: 'Open to anyone with the link' })(context);
    await context.canvas.findByRole('alert');
    await arrived();
  },
};

/** Offline, the last that was known stays. */
export const Offline: Story = {
  args: {
    adapt: (adapter) => ({
      ...adapter,
      subscribe: (_input, { onStatus }) => {
        onStatus?.('offline');
        return () => undefined;
      },
    }),
  },
};

/** Thousands: those in sight are there, the rest comes as one scrolls. */
export const Thousands: Story = { args: { memory: { world: holding(manyChats(10_000)) } } };

const left = northwind({ members: [{ userId: 'amara', role: 'owner', joinedAt: daysAgo(200) }] });

/** Long titles, none at all, nobody known as who made it, somebody who has left. */
export const Oddities: Story = {
  args: {
    memory: {
      world: holding(
        [
          {
            ...someChats[0],
            kind: 'chat',
            id: 'long',
            title:
              'Everything that we talked about with the people of the Hamburg venue, and what they said of it later on',
          },
          { ...someChats[1], kind: 'chat', id: 'untitled', title: null },
          { ...someChats[2], kind: 'chat', id: 'unknown', creatorId: null },
          { ...someChats[3], kind: 'chat', id: 'rtl', title: 'خطة إطلاق مجموعة الربيع' },
        ],
        ENTITY_KINDS,
        left,
      ),
    },
  },
};

/** Kinds that the host has no words for go by their own name. */
export const WithoutWords: Story = { args: { entityKinds: [] } };

/** Logical throughout: the same list from right to left. */
export const RightToLeft: Story = {
  args: { entityKinds: arabicKinds },
  globals: FROM_THE_RIGHT,
};

/** Less than 560 pixels wide. */
export const Phone: Story = { args: { width: 358, padding: 16 } };

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };
